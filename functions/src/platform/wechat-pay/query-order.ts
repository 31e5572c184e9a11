import type { Merchant } from './config.ts'
import { asObject } from './json-shape.ts'
import { requireOutTradeNo } from './out-trade-no.ts'
import { type CallFailure, saysUnknownOrder, unknownOutcome } from './outcomes.ts'
import { type PaidOrder, readPaidOrder } from './paid-order.ts'
import type { SigningClient } from './signed-calls.ts'
import { isFor } from './whose-money.ts'

/**
 * Where an order stands with WeChat.
 * - `success`: paid, and nothing refunded.
 * - `refunded`: paid, and at least one refund was accepted, be it of one fen: how much, only refund records say.
 * - `not-paid`: also after a wrong password or an empty purse.
 * - `unknown-order`: comes as an unsigned 404. Take no step that cannot be undone on one such answer.
 */
export type OrderState =
  | ({ readonly kind: 'success' | 'refunded' } & PaidOrder)
  | { readonly kind: 'not-paid' | 'closed' | 'unknown-order' }
  | CallFailure

/** 商户订单号查询订单. An answer about another order, or one that cannot be read, leaves the outcome unknown. */
export async function queryOrder(
  client: SigningClient,
  merchant: Merchant,
  outTradeNo: string,
): Promise<OrderState> {
  requireOutTradeNo(outTradeNo)
  const reply = await client.query(outTradeNo)
  if (reply.kind !== 'answer') return saysUnknownOrder(reply) ? { kind: 'unknown-order' } : reply

  const order = asObject(reply.json)
  const unreadable = unknownOutcome('unreadable-answer', reply.requestId)
  if (order?.out_trade_no !== outTradeNo) return unreadable
  switch (order.trade_state) {
    case 'NOTPAY':
      return { kind: 'not-paid' }
    case 'CLOSED':
      return { kind: 'closed' }
    case 'SUCCESS':
    case 'REFUND': {
      const paid = readPaidOrder(order)
      return paid && isFor(merchant, paid)
        ? { kind: order.trade_state === 'SUCCESS' ? 'success' : 'refunded', ...paid }
        : unreadable
    }
    default:
      // REVOKED, USERPAYING and PAYERROR belong to code payment (付款码支付), which we do not offer.
      return unreadable
  }
}
