import { bookDebits } from '../debit/index.ts'
import { queueShippingOf, reportShipping } from '../payments/index.ts'
import {
  keepPlansAfterPayment,
  keepPlansOfHome,
  offerEasierPlan,
  takeBackEasierPlan,
} from '../plans/index.ts'
import { inCommunity } from '../platform/context.ts'
import type { Workers } from '../platform/job-queue.ts'
import type { Jobs, PaperQueue } from '../platform/jobs.ts'
import { issueReceipt } from '../proof/index.ts'
import { sendRefund } from '../refunds/index.ts'
import { planToOffer } from '../relief/index.ts'
import { tellOfReceipt } from '../reminders/index.ts'
import { queueSetOffs, setOffHome } from '../setoff/index.ts'

/** Who does the work of each queue, but for papers: the one way from a room to those above it. */
export const workers: Workers<Exclude<keyof Jobs, PaperQueue>> = {
  'payment-receipt': async (world, { communityId, paymentId }) => {
    const actor = { kind: 'system', task: 'payment-receipt' } as const
    await inCommunity(world, communityId, actor, (ctx) => issueReceipt(ctx, world.settings, paymentId))
    await inCommunity(world, communityId, actor, (ctx) => keepPlansAfterPayment(ctx, paymentId))
    await inCommunity(world, communityId, actor, (ctx) => tellOfReceipt(ctx, paymentId))
    await inCommunity(world, communityId, actor, (ctx) => queueShippingOf(ctx, paymentId))
  },
  'home-settled': (world, { communityId, householdId }) =>
    inCommunity(world, communityId, { kind: 'system', task: 'home-settled' }, (ctx) =>
      keepPlansOfHome(ctx, householdId),
    ),
  'shipping-report': reportShipping,
  'refund-send': (world, { communityId, refundId }) => sendRefund(world, communityId, refundId),
  'debit-book': (world, { communityId, batchId }) => bookDebits(world, communityId, batchId),
  'bills-posted': (world, posted) =>
    inCommunity(world, posted.communityId, { kind: 'system', task: 'bills-posted' }, (ctx) =>
      queueSetOffs(ctx, posted),
    ),
  'set-off': (world, { householdId, ...posted }) =>
    inCommunity(world, posted.communityId, { kind: 'system', task: 'set-off' }, (ctx) =>
      setOffHome(ctx, householdId, posted),
    ),
  'relief-plan-offer': (world, { communityId, applicationId }) =>
    inCommunity(world, communityId, { kind: 'system', task: 'relief-plan-offer' }, async (ctx) => {
      const { offeredFor, offer } = await planToOffer(ctx, applicationId)
      if (offer) await offerEasierPlan(ctx, { ...offer, offeredFor })
      else await takeBackEasierPlan(ctx, offeredFor)
    }),
}
