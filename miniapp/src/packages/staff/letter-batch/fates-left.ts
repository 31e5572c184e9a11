import { afterLetterFate, type LetterFate, letterFates } from '@anjiao/shared/letter-life'

const all = Object.keys(letterFates) as LetterFate[]

/** What may still become of a letter of which that was noted last. */
export function fatesLeft(noted: LetterFate | null): readonly LetterFate[] {
  const state = noted === null ? 'sending' : letterFates[noted].to
  return all.filter((fate) => afterLetterFate(state, fate) !== undefined)
}
