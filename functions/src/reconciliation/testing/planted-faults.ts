import { fen } from '@anjiao/shared/money'
import type { TradeRow } from '../index.ts'
import { tradeAt } from './many-trades.ts'

/** What a bill and the books may disagree on: a trade that only one of them has, or its amount. */
export type FaultKind = 'only-in-books' | 'only-in-bill' | 'amount'

export interface PlantedFault {
  readonly kind: FaultKind
  /** 微信支付订单号 of a payment, 微信退款单号 of a refund. */
  readonly number: string
}

export interface FaultyBill {
  readonly planted: readonly PlantedFault[]
  /** What the bill says; the books have `manyTrades` of the same count. Its own summary agrees with it. */
  rows(): Generator<TradeRow, void>
}

const kinds = ['only-in-books', 'only-in-bill', 'amount'] as const

/**
 * The bill of so many trades, wrong in so many places: spread over the whole of it, of each kind in turn, of a refund one in
 * four; the same at every call. Throws RangeError when there are not a hundred trades for each fault.
 */
export function plantFaults(count: number, faults: number): FaultyBill {
  const apart = Math.floor(count / faults)
  if (apart < 100) throw new RangeError(`${count} trades have no room for ${faults} faults`)
  const placed = new Map(
    Array.from({ length: faults }, (_, fault) => {
      const beside = fault * apart
      const place = fault % 4 === 3 ? beside + 49 - (beside % 50) : beside + (beside % 50 === 49 ? 1 : 0)
      return [place, kinds[fault % kinds.length] ?? 'amount'] as const
    }),
  )
  return {
    planted: [...placed].map(([at, kind]) => {
      const row = tradeAt(at, count)
      return { kind, number: numberOf(kind === 'only-in-bill' ? strange(row) : row) }
    }),
    *rows() {
      for (let at = 0; at < count; at++) {
        const row = tradeAt(at, count)
        const kind = placed.get(at)
        if (kind === 'amount') yield { ...row, amountFen: fen(row.amountFen + 1) }
        else if (kind !== 'only-in-books') yield row
        if (kind === 'only-in-bill') yield strange(row)
      }
    },
  }
}

/** The number by which bill and books are compared. */
export const numberOf = (row: TradeRow): string => (row.kind === 'refund' ? row.refundId : row.transactionId)

/** The same once more, under numbers that the books do not have. */
const strange = (row: TradeRow): TradeRow =>
  row.kind === 'refund'
    ? { ...row, refundId: row.refundId.replace(/^5030/, '5099'), outRefundNo: `X${row.outRefundNo}` }
    : {
        ...row,
        transactionId: row.transactionId.replace(/^4200/, '4299'),
        outTradeNo: row.outTradeNo.replace('-P', '-X'),
      }
