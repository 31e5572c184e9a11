import type { Order } from './order.ts'
import type { Refund } from './refund.ts'
import type { World } from './world.ts'

/** What moved the merchant's money: a payment, or a refund of one. Amounts in fen, times in milliseconds since 1970. */
export interface BillEntry {
  readonly atMs: number
  readonly order: Order
  readonly transactionId: string
  readonly amountFen: number
  /** 手续费, below zero where it is given back. */
  readonly feeFen: number
  readonly refund?: Refund
}

/** 0.60% of each trade, rounded to fen (四舍五入). */
const feeOf = (amountFen: number): number => Math.floor((amountFen * 6 + 500) / 1000)

/** All payments and refunds there ever were, in the order in which they came. */
export function allEntries({ orders, refunds }: World): BillEntry[] {
  const ofOrder = Map.groupBy(refunds.all(), ({ outTradeNo }) => outTradeNo)
  return orders
    .all()
    .flatMap((order) => [...payment(order), ...refundsOf(order, ofOrder.get(order.outTradeNo) ?? [])])
    .sort((one, other) => one.atMs - other.atMs)
}

function payment(order: Order): BillEntry[] {
  const { paid, amountFen } = order
  if (!paid) return []
  return [{ atMs: paid.atMs, order, transactionId: paid.transactionId, amountFen, feeFen: feeOf(amountFen) }]
}

/** The fee is given back in proportion, so that all parts of a payment give back its whole fee. */
function refundsOf(order: Order, refunds: readonly Refund[]): BillEntry[] {
  let givenFen = 0
  return refunds.map((refund) => {
    const { amountFen, takenAtMs: atMs, transactionId, state } = refund
    const feeFen = feeOf(givenFen) - feeOf(givenFen + amountFen)
    if (state !== 'CLOSED') givenFen += amountFen
    return { atMs, order, transactionId, amountFen, feeFen, refund }
  })
}

/** The day in Beijing, `2026-11-23`. */
export const beijingDay = (ms: number): string => new Date(ms + 8 * 3_600_000).toISOString().slice(0, 10)

/** `2026-11-23 12:00:00`. */
export const beijingTime = (ms: number): string =>
  new Date(ms + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')

/** The first instant of a day in Beijing. */
export const dayBeginsMs = (day: string): number => Date.parse(`${day}T00:00:00+08:00`)

export const yuan = (amountFen: number): string => {
  const digits = String(Math.abs(amountFen)).padStart(3, '0')
  return `${amountFen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
