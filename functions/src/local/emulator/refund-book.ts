import type { Journal } from './journal.ts'
import { digits } from './keys.ts'
import { type Order, shanghaiTime } from './order.ts'
import type { Refund } from './refund.ts'

/** All refunds, those of the merchant platform too. */
export interface RefundBook {
  byNumber(outRefundNo: string): Refund | undefined
  byId(refundId: string): Refund | undefined
  /** Of one order, in the order in which they were taken. */
  of(outTradeNo: string): Refund[]
  all(): Refund[]
  put(refund: Refund): void
  /** What of an order is neither given back nor on its way. A closed refund gives nothing back. */
  restFen(order: Order): number
  /** How long a refund takes from now on. */
  takes(ms: number): void
  takesMs(): number
}

/** A wallet has it within minutes; seconds do for us. */
const usuallyTakesMs = 5_000

export function createRefundBook(journal: Journal, known: readonly Refund[]): RefundBook {
  const byId = new Map<string, Refund>()
  const idOfNumber = new Map<string, string>()
  const idsOfOrder = new Map<string, Set<string>>()
  let takesMs = usuallyTakesMs
  const found = (refundId: string | undefined): Refund | undefined =>
    refundId === undefined ? undefined : byId.get(refundId)
  const of = (outTradeNo: string): Refund[] =>
    [...(idsOfOrder.get(outTradeNo) ?? [])].flatMap((refundId) => found(refundId) ?? [])

  const index = (refund: Refund): void => {
    const { refundId, outRefundNo, outTradeNo } = refund
    byId.set(refundId, refund)
    if (outRefundNo !== undefined) idOfNumber.set(outRefundNo, refundId)
    idsOfOrder.set(outTradeNo, (idsOfOrder.get(outTradeNo) ?? new Set()).add(refundId))
  }
  for (const refund of known) index(refund)

  return {
    byNumber: (outRefundNo) => found(idOfNumber.get(outRefundNo)),
    byId: found,
    of,
    all: () => [...byId.values()],
    put: (refund) => {
      index(refund)
      journal.record('refund', refund.refundId, refund)
    },
    restFen: ({ outTradeNo, amountFen }) =>
      of(outTradeNo)
        .filter(({ state }) => state !== 'CLOSED')
        .reduce((rest, refund) => rest - refund.amountFen, amountFen),
    takes: (ms) => {
      takesMs = ms
    },
    takesMs: () => takesMs,
  }
}

/** 28 digits, as WeChat's: 5030, the day, the rest. */
export const newRefundId = (ms: number): string =>
  `5030${shanghaiTime(ms).slice(0, 10).replaceAll('-', '')}${digits(16)}`
