import { issueReceipt } from '../payments/index.ts'
import { inCommunity } from '../platform/context.ts'
import type { Workers } from '../platform/job-queue.ts'

/** Who does the work of each queue: the one way from a room to those above it. */
export const workers: Workers = {
  'payment-receipt': (world, { communityId, paymentId }) =>
    inCommunity(world, communityId, { kind: 'system', task: 'payment-receipt' }, (ctx) =>
      issueReceipt(ctx, paymentId),
    ),
}
