import { fen } from '@anjiao/shared/money'
import { milliFen, type TradeRow } from '../index.ts'

/** So many trades of one day, one in fifty a refund, each fee 0.60% rounded to fen; the same at every call. */
export function* manyTrades(count: number): Generator<TradeRow, void> {
  const midnightMs = Date.parse('2026-11-23T00:00:00+08:00')
  for (let at = 0; at < count; at++) {
    const number = String(at).padStart(10, '0')
    const amountFen = fen(10_000 + ((at * 7_919) % 500_000))
    const feeMilliFen = milliFen(Math.round((amountFen * 6) / 1000) * 1000)
    const instant = new Date(midnightMs + Math.floor((at / count) * 86_400) * 1000)
    const trade = {
      appid: 'wx0123456789abcdef',
      mchid: '1900000109',
      subMchid: undefined,
      transactionId: `420000012320261123${number}`,
      outTradeNo: `P20261123-${number}`,
      openid: `oUpF8uMuAJO_M2px${number}`,
      currency: 'CNY',
      description: `阳光花园 ${(at % 50) + 1}-1-${at % 3_000} 物业费，车位费`,
    }
    yield at % 50 === 49
      ? {
          ...trade,
          kind: 'refund',
          acceptedAt: instant,
          refundId: `503000012320261123${number}`,
          outRefundNo: `R20261123-${number}`,
          amountFen,
          settlementFen: amountFen,
          status: 'success',
          feeMilliFen: milliFen(0 - feeMilliFen),
        }
      : { ...trade, kind: 'paid', paidAt: instant, amountFen, settlementFen: amountFen, feeMilliFen }
  }
}
