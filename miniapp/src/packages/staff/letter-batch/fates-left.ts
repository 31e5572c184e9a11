import type { PrintedLetter } from '@anjiao/shared/contract/letters'
import { afterLetterFate, correctedFrom, type LetterFate, letterFates } from '@anjiao/shared/letter-life'

const all = Object.keys(letterFates) as LetterFate[]

/** What may still become of a letter of which that was noted last. */
export function fatesLeft(noted: LetterFate | null): readonly LetterFate[] {
  const state = noted === null ? 'sending' : letterFates[noted].to
  return all.filter((fate) => afterLetterFate(state, fate) !== undefined)
}

/** What may really have become of a letter of which something was noted wrongly. The same again: the day or a number was wrong. */
export function fatesInstead({ notes }: Pick<PrintedLetter, 'notes'>): readonly LetterFate[] {
  const counting = notes.filter(({ corrected }) => !corrected).map(({ fate }) => fate)
  return all.filter((fate) => correctedFrom(counting, fate) !== undefined)
}
