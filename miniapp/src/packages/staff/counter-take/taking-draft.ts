import type { CounterBill, CounterMethod } from '@anjiao/shared/contract/counter'
import type { PaymentChoice } from '@anjiao/shared/contract/payments'
import type { ChargeId, MoneyPlaceId } from '@anjiao/shared/ids'
import { type Fen, parseYuan, sumFen } from '@anjiao/shared/money'

export type TakingMethod = CounterMethod | 'cheque'

/** What the clerk has chosen and typed so far. */
export interface TakingDraft {
  readonly what: 'all' | 'picked' | 'amount'
  readonly picked: readonly ChargeId[]
  readonly amount: string
  readonly method: TakingMethod
  readonly placeId: MoneyPlaceId | null
  readonly voucher: string
  readonly payerName: string
}

export const newTaking = (bill: CounterBill): TakingDraft => ({
  what: bill.charges.length > 0 ? 'all' : 'amount',
  picked: [],
  amount: '',
  method: 'cash',
  placeId: null,
  voucher: '',
  payerName: '',
})

/** As much as the server takes at once. */
const mostFen = 1_000_000_000

export interface Wanted {
  readonly choice: PaymentChoice
  readonly seenFen: Fen
}

/** What is to be paid. Undefined while nothing is chosen or the amount is none. All that is due, ticked one by one, is all that is due. */
export function wantedOf({ what, picked, amount }: TakingDraft, bill: CounterBill): Wanted | undefined {
  if (what === 'amount') {
    const amountFen = parseYuan(amount)
    if (amountFen === undefined || amountFen < 1 || amountFen > mostFen) return undefined
    return { choice: { kind: 'amount', amountFen }, seenFen: amountFen }
  }
  const chosen = bill.charges.filter(({ id }) => picked.includes(id))
  if (what === 'all' || chosen.length === bill.charges.length)
    return bill.charges.length > 0 ? { choice: { kind: 'all-due' }, seenFen: bill.allDueFen } : undefined
  if (chosen.length === 0) return undefined
  const seenFen = sumFen(chosen.map(({ openFen }) => openFen))
  return { choice: { kind: 'charges', chargeIds: chosen.map(({ id }) => id) }, seenFen }
}

/** A number as the server takes it; undefined while it is none. Cash is given its own. */
export function voucherIn({ method, voucher }: TakingDraft): string | undefined {
  if (method === 'cash') return ''
  const number = voucher.normalize('NFKC').replace(/\s/g, '')
  const pattern = method === 'cheque' ? /^[A-Za-z0-9-]{4,40}$/ : /^[A-Za-z0-9-]{1,40}$/
  return pattern.test(number) ? number : undefined
}
