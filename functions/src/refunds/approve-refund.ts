import { logAction } from '../platform/audit-log.ts'
import { actorName, type Ctx } from '../platform/context.ts'
import { addJob } from '../platform/jobs.ts'
import { postOwed, postToAdvance } from './post-refund.ts'
import { refundableOf, refuseUnrefundable } from './refundable.ts'
import { fromAdvance, type RefundOfHome, stateAfter, subjectOf } from './stored-refund.ts'

/** Lets a refund go that is locked with its home. To the advance it is done with that; otherwise we owe it from now on. */
export async function approveRefund(ctx: Ctx, refund: RefundOfHome): Promise<void> {
  const { id, route, state, paymentId, parts } = refund
  const toAdvance = route === 'advance'
  const to = stateAfter(state, toAdvance ? 'move' : 'approve')
  const payment = await refundableOf(ctx, paymentId, id)
  refuseUnrefundable(payment, { route, parts, fromAdvanceFen: fromAdvance(refund) }, ctx.today)
  await (toAdvance ? postToAdvance(ctx, refund) : postOwed(ctx, refund))
  await ctx.tx.run`
    update refund set state = ${to}, checked_by = ${actorName(ctx.actor)}, checked_at = ${ctx.now},
                      paid_at = ${toAdvance ? ctx.now : null}, next_try_at = ${route === 'wechat' ? ctx.now : null}
     where (community_id, id) = (${ctx.community}, ${id})`
  if (route === 'wechat') await addJob(ctx, 'refund-send', { communityId: ctx.community, refundId: id })
  await logAction(ctx, 'refund-approved', subjectOf(id), { amountFen: refund.amountFen, route })
}
