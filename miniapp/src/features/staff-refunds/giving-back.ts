import type { RefundablePayment } from '@anjiao/shared/contract/refunds'
import type { ChargeId } from '@anjiao/shared/ids'
import { addFen, type Fen, minFen, parseYuan, plainYuan, sumFen, zeroFen } from '@anjiao/shared/money'

/** What of a payment may go back: charge by charge, and out of the advance. */
export interface Source {
  readonly charges: RefundablePayment['charges']
  /** At most so much out of the advance; 0 where nothing comes out of it. */
  readonly advanceFen: Fen
}

/** What is ticked, each with the amount as it is typed: charges by their id, the advance by its name. */
export type BackDraft = Readonly<Record<string, string>>

export const fromAdvance = 'advance'

/** A tick suggests all there is. */
export const suggested = (fen: Fen): string => plainYuan(fen)

export interface GivenBack {
  readonly parts: readonly { readonly chargeId: ChargeId; readonly amountFen: Fen }[]
  readonly fromAdvanceFen: Fen
  readonly totalFen: Fen
  /** What is typed wrongly, by the key of the draft. */
  readonly wrong: Readonly<Record<string, 'no-amount' | 'too-much'>>
}

/** Reads what is ticked and typed; ticks of what the source no longer has do not count. Pure. */
export function readBack(draft: BackDraft, { charges, advanceFen }: Source): GivenBack {
  const wrong: Record<string, 'no-amount' | 'too-much'> = {}
  const amountOf = (key: string, mostFen: Fen): Fen => {
    const typed = draft[key]
    if (typed === undefined) return zeroFen
    const amountFen = parseYuan(typed)
    if (amountFen === undefined || amountFen <= 0) wrong[key] = 'no-amount'
    else if (amountFen > mostFen) wrong[key] = 'too-much'
    else return amountFen
    return zeroFen
  }
  const parts = charges
    .map(({ chargeId, settledFen }) => ({ chargeId, amountFen: amountOf(String(chargeId), settledFen) }))
    .filter(({ amountFen }) => amountFen > 0)
  const fromAdvanceFen = advanceFen > 0 ? amountOf(fromAdvance, advanceFen) : zeroFen
  const totalFen = addFen(sumFen(parts.map(({ amountFen }) => amountFen)), fromAdvanceFen)
  return { parts, fromAdvanceFen, totalFen, wrong }
}

/** What may go back of a payment, its advance as far as it is there and was of this payment. */
export const sourceOf = ({
  charges,
  advanceFen,
  restFen,
}: Pick<RefundablePayment, 'charges' | 'advanceFen' | 'restFen'>): Source => ({
  charges,
  advanceFen: minFen(advanceFen, restFen),
})
