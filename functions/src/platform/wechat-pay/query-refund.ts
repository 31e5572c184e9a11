import { requireOutRefundNo } from './out-refund-no.ts'
import { type CallFailure, saysUnknownOrder, unknownOutcome } from './outcomes.ts'
import { readTakenRefund, type TakenRefund } from './refund.ts'
import type { SigningClient } from './signed-calls.ts'

/**
 * Where a refund stands with WeChat. `unknown-refund` comes as an unsigned 404: take no step that cannot be undone on one
 * such answer, and ask for the refund again under the same number only.
 */
export type RefundAnswer =
  | { readonly kind: 'ok'; readonly refund: TakenRefund }
  | { readonly kind: 'unknown-refund' }
  | CallFailure

/** 查询单笔退款. An answer about another refund, or one that cannot be read, leaves the outcome unknown. */
export async function queryRefund(client: SigningClient, outRefundNo: string): Promise<RefundAnswer> {
  requireOutRefundNo(outRefundNo)
  const reply = await client.queryRefund(outRefundNo)
  if (reply.kind !== 'answer') return saysUnknownOrder(reply) ? { kind: 'unknown-refund' } : reply
  const refund = readTakenRefund(reply.json)
  return refund?.outRefundNo === outRefundNo
    ? { kind: 'ok', refund }
    : unknownOutcome('unreadable-answer', reply.requestId)
}
