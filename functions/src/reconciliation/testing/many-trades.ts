import { fen } from '@anjiao/shared/money'
import { milliFen, type TradeRow } from '../index.ts'

const midnightMs = Date.parse('2026-11-23T00:00:00+08:00')

/**
 * So many trades of 2026-11-23 in the community of number 1, each fiftieth a refund of half of what was paid 49 lines before, each fee 0.60% rounded to
 * fen; the same at every call.
 */
export function* manyTrades(count: number): Generator<TradeRow, void> {
  for (let at = 0; at < count; at++) yield tradeAt(at, count)
}

/** The trade at a place among so many. */
export function tradeAt(at: number, count: number): TradeRow {
  const isRefund = at % 50 === 49
  const paidAt = isRefund ? at - 49 : at
  const number = digits(paidAt)
  const paidFen = 10_000 + ((paidAt * 7_919) % 500_000)
  const amountFen = fen(isRefund ? Math.floor(paidFen / 2) : paidFen)
  const feeMilliFen = Math.round((amountFen * 6) / 1000) * 1000
  const instant = new Date(midnightMs + Math.floor((at / count) * 86_400) * 1000)
  const trade = {
    appid: 'wx0123456789abcdef',
    mchid: '1900000109',
    subMchid: undefined,
    transactionId: `420000012320261123${number}`,
    outTradeNo: `AJ1-P20261123-${number}`,
    openid: `oUpF8uMuAJO_M2px${number}`,
    currency: 'CNY',
    description: `阳光花园 ${(paidAt % 50) + 1}-1-${paidAt % 3_000} 物业费，车位费`,
  }
  if (!isRefund) {
    return {
      ...trade,
      kind: 'paid',
      paidAt: instant,
      amountFen,
      settlementFen: amountFen,
      feeMilliFen: milliFen(feeMilliFen),
    }
  }
  return {
    ...trade,
    kind: 'refund',
    acceptedAt: instant,
    refundId: `503000012320261123${digits(at)}`,
    outRefundNo: `R20261123-${digits(at)}`,
    amountFen,
    settlementFen: amountFen,
    status: 'success',
    feeMilliFen: milliFen(0 - feeMilliFen),
  }
}

const digits = (at: number): string => String(at).padStart(10, '0')
