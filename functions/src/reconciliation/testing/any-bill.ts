import { fen } from '@anjiao/shared/money'
import fc from 'fast-check'
import { type FundRow, milliFen, type TradeRow } from '../index.ts'

/** Any text a merchant may have put into a bill: commas, backticks and quotes more often than by chance, and no line end. */
export const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(',', '`', ',`', '"', '总交易单数', '物业费', '𠮷', '\u00a0'),
      fc.string({ unit: 'grapheme' }),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join('').replace(/[\r\n]/g, ''))

const anyId = fc.stringMatching(/^[0-9A-Za-z_-]{6,32}$/)
const anyFen = fc.integer({ min: 0, max: 10_000_000_000 }).map(fen)
const anySecond = fc
  .integer({ min: Date.parse('2020-01-01') / 1000, max: Date.parse('2040-01-01') / 1000 })
  .map((seconds) => new Date(seconds * 1000))

const trade = {
  appid: anyId,
  mchid: anyId,
  subMchid: fc.option(anyId, { nil: undefined }),
  transactionId: anyId,
  outTradeNo: anyId,
  openid: anyId,
  currency: fc.constant('CNY'),
  description: anyText,
  feeMilliFen: fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).map(milliFen),
}

export const anyPaid: fc.Arbitrary<TradeRow> = fc.record({
  kind: fc.constant('paid' as const),
  ...trade,
  paidAt: anySecond,
  amountFen: anyFen,
  settlementFen: anyFen,
})

export const anyRefund: fc.Arbitrary<TradeRow> = fc.record({
  kind: fc.constant('refund' as const),
  ...trade,
  acceptedAt: anySecond,
  refundId: anyId,
  outRefundNo: anyId,
  amountFen: anyFen,
  settlementFen: anyFen,
  status: fc.constantFrom('success', 'processing', 'failed', 'change'),
})

export const anyTrade: fc.Arbitrary<TradeRow> = fc.oneof(
  anyPaid,
  anyRefund,
  fc.record({ kind: fc.constant('revoked' as const), ...trade, revokedAt: anySecond, amountFen: anyFen }),
)

const movements = [
  ['payment', '交易'],
  ['fee', '扣除交易手续费'],
  ['refund', '退款'],
  ['refund-closed', '退款关闭'],
  ['fee-returned', '退还交易手续费'],
  ['other', '提现'],
] as const

export const anyFund: fc.Arbitrary<FundRow> = fc
  .record({
    movement: fc.constantFrom(...movements),
    bookedAt: anySecond,
    businessNo: anyId,
    flowNo: anyId,
    direction: fc.constantFrom('in', 'out'),
    amountFen: anyFen,
    balanceFen: fc.integer({ min: -10_000_000_000, max: 10_000_000_000 }).map(fen),
    remark: anyText,
    voucherNo: anyId,
  })
  .map(({ movement: [purpose, businessType], ...row }) => ({ ...row, purpose, businessType }))
