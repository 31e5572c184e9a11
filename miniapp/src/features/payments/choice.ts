import type { Charge } from '@anjiao/shared/contract/billing'
import type { PaymentChoice } from '@anjiao/shared/contract/payments'
import type { ChargeId } from '@anjiao/shared/ids'
import { type Fen, fen, parseYuan, subtractFen, sumFen, zeroFen } from '@anjiao/shared/money'

/** The contract's bounds: charges of one payment, and its largest amount. */
const chargesMax = 200
const amountMaxFen = 1_000_000_000

export interface ChosenCharges {
  /** Undefined when nothing is ticked. */
  readonly choice: PaymentChoice | undefined
  readonly chargeIds: readonly ChargeId[]
  readonly totalFen: Fen
}

/** What ticked charges come to, and how the server is told of them: at most so many at once, the oldest first. */
export function chargesChoice(open: readonly Charge[], picked: (id: ChargeId) => boolean): ChosenCharges {
  const ticked = open.filter(({ id }) => picked(id))
  const everything = ticked.length === open.length && ticked.length > chargesMax
  const chosen = everything ? ticked : ticked.slice(0, chargesMax)
  const chargeIds = chosen.map(({ id }) => id)
  return {
    choice: everything ? { kind: 'all-due' } : chosen.length > 0 ? { kind: 'charges', chargeIds } : undefined,
    chargeIds,
    totalFen: sumFen(chosen.map(({ openFen }) => openFen)),
  }
}

/** What a typed amount would do, to be said before it is paid. */
export interface AmountOutcome {
  readonly amountFen: Fen
  /** What stays open after it. */
  readonly leftFen: Fen
  /** What no charge needs, and goes to the advance. */
  readonly aheadFen: Fen
}

/** Reads an amount in yuan. `wrong`: it is no amount, nothing, or beyond what may be paid at once. */
export function amountOutcome(text: string, openFen: Fen): AmountOutcome | 'empty' | 'wrong' {
  if (text.trim() === '') return 'empty'
  const amountFen = parseYuan(text)
  if (amountFen === undefined || amountFen <= 0 || amountFen > amountMaxFen) return 'wrong'
  const rest = fen(openFen - amountFen)
  return {
    amountFen,
    leftFen: rest > 0 ? rest : zeroFen,
    aheadFen: rest < 0 ? subtractFen(amountFen, openFen) : zeroFen,
  }
}
