import { businessDateAt } from '@anjiao/shared/calendar'
import type { PaymentAttemptId } from '@anjiao/shared/ids'
import { negateFen } from '@anjiao/shared/money'
import { post } from '../ledger/index.ts'
import type { Ctx } from '../platform/context.ts'
import type { SuspenseReason } from '../platform/database-types.ts'
import { addJob } from '../platform/jobs.ts'
import type { PaidFact } from './paid-fact.ts'

/**
 * Books money that is ours but fits no attempt (待查款). It has arrived, so the books must know it; the
 * item is finance's task to say whose it is. WeChat takes one payment for an order, so an attempt that still waited
 * for it is closed: nothing else can come of it.
 */
export async function holdInSuspense(
  ctx: Ctx,
  fact: PaidFact,
  reason: SuspenseReason,
  attemptId?: PaymentAttemptId,
) {
  const entryId = await post(ctx, {
    kind: 'suspense',
    source: `suspense:wechat:${fact.transactionId}`,
    businessDate: businessDateAt(fact.paidAt),
    elseNextOpenDay: true,
    lines: [
      { account: 'wechat', place: fact.mchid, amountFen: fact.amountFen },
      { account: 'suspense', amountFen: negateFen(fact.amountFen) },
    ],
  })
  await ctx.tx.run`
    with over as (
      update payment_attempt set state = 'closed', closed_at = ${ctx.now}, next_query_at = null
       where (community_id, id) = (${ctx.community}, ${attemptId ?? null}) and state in ('created', 'prepaid')
    )
    insert into suspense_item (community_id, reason, out_trade_no, external_id, amount_fen, paid_at, entry_id, attempt_id)
    values (${ctx.community}, ${reason}, ${fact.outTradeNo}, ${fact.transactionId}, ${fact.amountFen}, ${fact.paidAt},
            ${entryId}, ${attemptId ?? null})`
  const { transactionId, openid } = fact
  await addJob(ctx, 'shipping-report', { communityId: ctx.community, transactionId, openid })
  return { kind: 'held', reason } as const
}
