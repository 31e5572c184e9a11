import { randomBytes } from 'node:crypto'
import Type, { type Static } from 'typebox'
import { createCountdown } from './countdown.ts'

/**
 * What may be wrong with the bill of a day.
 * - facts, the summary going along: `missing_row`, `extra_row`, `amount` and `fee` (one fen more), of the order named, or the first
 * - the file: `truncated` before its summary, `summary` with a row too many, `new_column`, `bom`, `lf`
 * - around it: `wrong_hash`, `creating` (not made yet, for so many calls)
 */
export const BillMutation = Type.Object({
  date: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }),
  /** Both kinds unless one is named. */
  kind: Type.Optional(Type.Enum(['trade', 'fund-flow'])),
  mutate: Type.Enum([
    'missing_row',
    'extra_row',
    'amount',
    'fee',
    'truncated',
    'summary',
    'new_column',
    'bom',
    'lf',
    'wrong_hash',
    'creating',
  ]),
  outTradeNo: Type.Optional(Type.String()),
  /** Of `creating` alone; once unless said otherwise. */
  times: Type.Optional(Type.Integer({ minimum: 1 })),
})
export type BillMutation = Static<typeof BillMutation>
export type BillKind = 'trade' | 'fund-flow'

/** What is wrong with bills, and the files that lie ready. */
export interface BillDesk {
  mutate(mutation: BillMutation): void
  /** What holds of a bill until everything is taken back. */
  mutationsOf(date: string, kind: BillKind): readonly BillMutation[]
  /** Whether this call is answered as if the bill were not made yet. */
  isBeingMade(date: string, kind: BillKind): boolean
  /** Lays a file ready, and gives the token to fetch it with. */
  lay(file: Buffer, nowMs: number): string
  /** The file, as often as it is wanted, for five minutes. */
  fetch(token: string, nowMs: number): Buffer | undefined
  reset(): void
}

const tokenLifeMs = 5 * 60_000

export function createBillDesk(): BillDesk {
  const files = new Map<string, { readonly file: Buffer; readonly untilMs: number }>()
  const creating = createCountdown<BillMutation>()
  let mutations: BillMutation[] = []
  const concerns = (date: string, kind: BillKind) => (mutation: BillMutation) =>
    mutation.date === date && (mutation.kind ?? kind) === kind
  return {
    mutate: (mutation) => {
      if (mutation.mutate === 'creating') creating.add(mutation)
      else mutations.push(mutation)
    },
    mutationsOf: (date, kind) => mutations.filter(concerns(date, kind)),
    isBeingMade: (date, kind) => creating.take(concerns(date, kind)) !== undefined,
    lay: (file, nowMs) => {
      for (const [old, { untilMs }] of files) if (untilMs <= nowMs) files.delete(old)
      const token = randomBytes(24).toString('base64url')
      files.set(token, { file, untilMs: nowMs + tokenLifeMs })
      return token
    },
    fetch: (token, nowMs) => {
      const found = files.get(token)
      return found && nowMs < found.untilMs ? found.file : undefined
    },
    reset: () => {
      mutations = []
      creating.reset()
    },
  }
}
