import type { DebitLayout } from '@anjiao/shared/contract/debit-layouts'
import { type DebitLineState, debitLineStates } from '@anjiao/shared/debit-life'
import { type Fen, formatYuan, sumFen } from '@anjiao/shared/money'
import { Refusal } from '../../platform/refusal.ts'
import type { FileValues, LineValues } from '../layout/file-values.ts'

/** A line of a batch, as a result is held against it. */
export interface AskedLine {
  readonly no: number
  readonly amountFen: Fen
  readonly lastDigits: string
  readonly state: DebitLineState
}

/** What a bank answered about one line. */
export interface Answer {
  readonly no: number
  readonly amountFen: Fen
  readonly succeeded: boolean
  readonly code: string
  /** Why not, in the bank's words; empty where it says nothing. */
  readonly reason: string
}

type Sent = { readonly number: string; readonly lines: readonly AskedLine[] }

/**
 * Holds a result file against the batch that it should be of; only what is new is answered. Refused by name, whole: a result of
 * another batch, sums that are not those of its lines, a line that was not sent, comes twice, has another amount or account, or
 * says the opposite of what was said before. Pure.
 */
export function matchResult(
  { header, lines, trailer }: FileValues,
  { okCodes }: Pick<DebitLayout, 'okCodes'>,
  { number, lines: asked }: Sent,
): { readonly all: readonly Answer[]; readonly fresh: readonly Answer[] } {
  for (const { batch } of [header, trailer, ...lines]) {
    if (batch !== undefined && batch !== number)
      throw new Refusal('debit-result-of-other-batch', { found: batch.slice(0, 30), number })
  }
  const answers = lines.map((line) => answerOf(line, okCodes))
  for (const whole of [header, trailer]) refuseOtherSums(whole, answers)
  const askedOf = new Map(asked.map((line) => [line.no, line]))
  const seen = new Set<number>()
  for (const [at, answer] of answers.entries()) {
    if (seen.has(answer.no)) throw new Refusal('debit-result-line-twice', { no: answer.no })
    seen.add(answer.no)
    const line = askedOf.get(answer.no)
    if (!line || !wasSent.has(line.state))
      throw new Refusal('debit-result-line-unknown', { line: at + 1, no: answer.no })
    refuseOther(line, answer, lines[at]?.account)
  }
  return { all: answers, fresh: answers.filter(({ no }) => waits.has(askedOf.get(no)?.state ?? 'left_out')) }
}

const waits: ReadonlySet<DebitLineState> = new Set(['sent', 'unanswered'])
const wasSent: ReadonlySet<DebitLineState> = new Set(['sent', 'unanswered', 'succeeded', 'failed'])

function answerOf({ line, amount, code, reason = '' }: LineValues, okCodes: readonly string[]): Answer {
  if (line === undefined || amount === undefined || code === undefined)
    throw new Error('a layout of results that says no line, amount or code')
  const succeeded = okCodes.includes(code)
  return { no: line, amountFen: amount, succeeded, code, reason: succeeded ? '' : reason }
}

function refuseOtherSums(whole: LineValues, answers: readonly Answer[]): void {
  const ok = answers.filter(({ succeeded }) => succeeded)
  const sum = (of: readonly Answer[]) => sumFen(of.map(({ amountFen }) => amountFen))
  const pairs: readonly (readonly [what: string, said: number | undefined, counted: number])[] = [
    ['总笔数', whole.count, answers.length],
    ['成功笔数', whole.ok_count, ok.length],
  ]
  for (const [what, said, counted] of pairs)
    if (said !== undefined && said !== counted)
      throw new Refusal('debit-result-sums-differ', { what, said, counted })
  const sums: readonly (readonly [what: string, said: Fen | undefined, counted: Fen])[] = [
    ['总金额', whole.sum, sum(answers)],
    ['成功金额', whole.ok_sum, sum(ok)],
  ]
  for (const [what, said, counted] of sums)
    if (said !== undefined && said !== counted)
      throw new Refusal('debit-result-sums-differ', {
        what,
        said: `${formatYuan(said)} 元`,
        counted: `${formatYuan(counted)} 元`,
      })
}

function refuseOther(line: AskedLine, answer: Answer, account: string | undefined): void {
  const { no, amountFen, lastDigits, state } = line
  if (answer.amountFen !== amountFen)
    throw new Refusal('debit-result-amount-differs', {
      no,
      found: formatYuan(answer.amountFen),
      yuan: formatYuan(amountFen),
    })
  if (account && !account.endsWith(lastDigits)) throw new Refusal('debit-result-account-differs', { no })
  const before = state === 'succeeded' || state === 'failed' ? state : null
  if (before && before !== (answer.succeeded ? 'succeeded' : 'failed'))
    throw new Refusal('debit-result-contradicts', { no, before: debitLineStates[before].label })
}
