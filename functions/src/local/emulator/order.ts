import Type, { type Static } from 'typebox'
import { openidOf } from './keys.ts'

/** One order at WeChat. Amounts in fen, times in milliseconds since 1970. */
export const Order = Type.Object({
  outTradeNo: Type.String(),
  /** Of the mini-program that it is paid in. */
  appid: Type.String(),
  mchid: Type.String(),
  /** Ordered by `mchid` as a service provider, for a sub-merchant. */
  partner: Type.Optional(
    Type.Object({
      spAppid: Type.String(),
      subMchid: Type.String(),
      subAppid: Type.Optional(Type.String()),
    }),
  ),
  description: Type.String(),
  attach: Type.Optional(Type.String()),
  notifyUrl: Type.String(),
  amountFen: Type.Integer(),
  openid: Type.String(),
  /** The first order call, byte for byte: a later one with the same number must say the same. */
  orderedAs: Type.String(),
  expiresAtMs: Type.Number(),
  prepay: Type.Object({ id: Type.String(), atMs: Type.Number() }),
  paid: Type.Optional(
    Type.Object({
      transactionId: Type.String(),
      atMs: Type.Number(),
      payerTotalFen: Type.Integer(),
      bankType: Type.String(),
    }),
  ),
  closed: Type.Optional(Type.Boolean()),
  refunded: Type.Optional(Type.Boolean()),
})
export type Order = Readonly<Static<typeof Order>>

export type TradeState = 'SUCCESS' | 'REFUND' | 'NOTPAY' | 'CLOSED'

/** 交易状态. An unpaid order closes by itself when its time is up; any refund, however small, makes it REFUND. */
export function tradeState(order: Order, nowMs: number): TradeState {
  if (order.refunded) return 'REFUND'
  if (order.paid) return 'SUCCESS'
  return order.closed || nowMs >= order.expiresAtMs ? 'CLOSED' : 'NOTPAY'
}

const descriptions: Readonly<Record<TradeState, string>> = {
  SUCCESS: '支付成功',
  REFUND: '订单发生过退款，退款详情请查询退款单',
  NOTPAY: '订单未支付',
  CLOSED: '订单已关闭',
}

/** The order as query and notice tell it. What an unpaid order does not have yet is left out, not null. */
export function transactionOf(order: Order, nowMs: number): Record<string, unknown> {
  const state = tradeState(order, nowMs)
  const facts = {
    ...merchantOf(order),
    out_trade_no: order.outTradeNo,
    trade_state: state,
    trade_state_desc: descriptions[state],
    ...(order.attach !== undefined && { attach: order.attach }),
  }
  const { paid } = order
  if (!paid) return { ...facts, amount: { total: order.amountFen, currency: 'CNY' } }
  return {
    ...facts,
    transaction_id: paid.transactionId,
    trade_type: 'JSAPI',
    bank_type: paid.bankType,
    success_time: shanghaiTime(paid.atMs),
    payer: payerOf(order),
    amount: {
      total: order.amountFen,
      payer_total: paid.payerTotalFen,
      currency: 'CNY',
      payer_currency: 'CNY',
    },
  }
}

const merchantOf = ({ mchid, appid, partner }: Order) =>
  partner
    ? {
        sp_mchid: mchid,
        sp_appid: partner.spAppid,
        sub_mchid: partner.subMchid,
        ...(partner.subAppid !== undefined && { sub_appid: partner.subAppid }),
      }
    : { mchid, appid }

/** Who pays in a sub-merchant's mini-program has an openid of the provider's beside it. */
function payerOf({ appid, openid, partner }: Order) {
  if (!partner) return { openid }
  if (appid === partner.spAppid) return { sp_openid: openid }
  return { sp_openid: openidOf(partner.spAppid, openid), sub_openid: openid }
}

/** RFC 3339 at +08:00. */
export const shanghaiTime = (ms: number): string =>
  `${new Date(ms + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`
