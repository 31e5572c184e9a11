import { requireOutTradeNo } from './out-trade-no.ts'
import { type CallFailure, saysPaid, saysUnknownOrder } from './outcomes.ts'
import type { SigningClient } from './signed-calls.ts'

/** `already-paid` is not a failure: the payer was faster. Query, and book it. */
export type CloseResult = { readonly kind: 'closed' | 'already-paid' | 'unknown-order' } | CallFailure

/** 关闭订单. May be repeated. That an order is closed is certain only once a query says so. */
export async function closeOrder(client: SigningClient, outTradeNo: string): Promise<CloseResult> {
  requireOutTradeNo(outTradeNo)
  const reply = await client.close(outTradeNo)
  if (reply.kind === 'answer') return { kind: 'closed' }
  if (saysPaid(reply)) return { kind: 'already-paid' }
  return saysUnknownOrder(reply) ? { kind: 'unknown-order' } : reply
}
