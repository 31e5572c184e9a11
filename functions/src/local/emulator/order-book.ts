import { randomBytes } from 'node:crypto'
import type { Journal } from './journal.ts'
import { digits } from './keys.ts'
import { type Order, shanghaiTime, tradeState } from './order.ts'
import type { VirtualClock } from './virtual-clock.ts'

/** All orders, found by each of their three numbers. */
export interface OrderBook {
  byNumber(outTradeNo: string): Order | undefined
  byPrepayId(prepayId: string): Order | undefined
  byTransactionId(transactionId: string): Order | undefined
  all(): Order[]
  put(order: Order): void
  /** Marks an order paid. Undefined when it is no longer open: closed or paid in between. */
  pay(outTradeNo: string, couponFen: number): Order | undefined
}

export function createOrderBook(clock: VirtualClock, journal: Journal, known: readonly Order[]): OrderBook {
  const byNumber = new Map<string, Order>()
  const numberOfPrepayId = new Map<string, string>()
  const numberOfTransaction = new Map<string, string>()
  const found = (outTradeNo: string | undefined): Order | undefined =>
    outTradeNo === undefined ? undefined : byNumber.get(outTradeNo)

  const index = (order: Order): void => {
    byNumber.set(order.outTradeNo, order)
    numberOfPrepayId.set(order.prepay.id, order.outTradeNo)
    if (order.paid) numberOfTransaction.set(order.paid.transactionId, order.outTradeNo)
  }
  for (const order of known) index(order)

  const put = (order: Order): void => {
    index(order)
    journal.record('order', order.outTradeNo, order)
  }
  return {
    byNumber: found,
    byPrepayId: (prepayId) => found(numberOfPrepayId.get(prepayId)),
    byTransactionId: (transactionId) => found(numberOfTransaction.get(transactionId)),
    all: () => [...byNumber.values()],
    put,
    pay: (outTradeNo, couponFen) => {
      const order = found(outTradeNo)
      const atMs = clock.now().getTime()
      if (!order || tradeState(order, atMs) !== 'NOTPAY') return undefined
      const paid = {
        ...order,
        paid: {
          transactionId: newTransactionId(atMs),
          atMs,
          payerTotalFen: order.amountFen - couponFen,
          bankType: 'OTHERS',
        },
      }
      put(paid)
      return paid
    },
  }
}

const compactTime = (ms: number): string => shanghaiTime(ms).slice(0, 19).replace(/\D/g, '')

/** 28 digits, as WeChat's: 4200, the day, the rest. */
const newTransactionId = (ms: number): string => `4200${compactTime(ms).slice(0, 8)}${digits(16)}`

export const newPrepayId = (ms: number): string => `wx${compactTime(ms)}${randomBytes(10).toString('hex')}`
