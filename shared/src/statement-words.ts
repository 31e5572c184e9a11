import { formatPeriod } from './calendar.ts'
import type { AccountStatement, StatementMovement } from './contract/account-statements.ts'
import { addFen, type Fen, zeroFen } from './money.ts'
import { type EntryKind, entryKinds } from './vocabulary.ts'

type Told = Pick<
  StatementMovement,
  'kind' | 'reversedKind' | 'feeItem' | 'fromDate' | 'toDate' | 'advanceFen'
>

/** What happened, as a line of a statement of account names it, e.g. `缴费`, `冲销（缴费）`. */
export const movementKind = ({ kind, reversedKind }: Pick<Told, 'kind' | 'reversedKind'>): string =>
  reversedKind ? `${entryKinds[kind]}（${entryKinds[reversedKind]}）` : entryKinds[kind]

/** What it was about, e.g. `物业服务费 2026年1月–9月`, `转入预存`. */
export const movementSubject = ({ feeItem, fromDate, toDate, advanceFen }: Told): string =>
  feeItem && fromDate && toDate
    ? `${feeItem} ${formatPeriod({ from: fromDate, to: toDate })}`
    : advanceFen > 0
      ? '转入预存'
      : '转出预存'

export interface StatementTotal {
  readonly kind: EntryKind
  readonly owedFen: Fen
  readonly advanceFen: Fen
}

/** What each kind of entry came to, in the order of its first: together they make closing of opening. */
export function statementTotals({ movements }: Pick<AccountStatement, 'movements'>): StatementTotal[] {
  const totals = new Map<EntryKind, StatementTotal>()
  for (const { kind, owedFen, advanceFen } of movements) {
    const before = totals.get(kind) ?? { kind, owedFen: zeroFen, advanceFen: zeroFen }
    totals.set(kind, {
      kind,
      owedFen: addFen(before.owedFen, owedFen),
      advanceFen: addFen(before.advanceFen, advanceFen),
    })
  }
  return [...totals.values()]
}
