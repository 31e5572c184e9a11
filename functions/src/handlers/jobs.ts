import { issueReceipt } from '../payments/index.ts'
import { keepPlansAfterPayment, keepPlansOfHome } from '../plans/index.ts'
import { inCommunity, type World } from '../platform/context.ts'
import { type JobQueue, openJobQueue, type Workers } from '../platform/job-queue.ts'

/** Who does the work of each queue: the one way from a room to those above it. */
export const workers: Workers = {
  'payment-receipt': async (world, { communityId, paymentId }) => {
    const actor = { kind: 'system', task: 'payment-receipt' } as const
    await inCommunity(world, communityId, actor, (ctx) => issueReceipt(ctx, paymentId))
    await inCommunity(world, communityId, actor, (ctx) => keepPlansAfterPayment(ctx, paymentId))
  },
  'home-settled': (world, { communityId, householdId }) =>
    inCommunity(world, communityId, { kind: 'system', task: 'home-settled' }, (ctx) =>
      keepPlansOfHome(ctx, householdId),
    ),
}

interface Limits {
  getRemainingTimeInMillis(): number
}

/** Nothing new is begun this long before the platform would cut it off. */
const marginMs = 10_000

/** Drains the queue within the time the platform gives. Answers how many jobs it did. */
export function drainJobs(world: World, databaseUrl: string) {
  let opening: Promise<JobQueue> | undefined
  return async (_event: unknown, limits: Limits): Promise<{ done: number }> => {
    opening ??= openJobQueue(databaseUrl)
    const queue = await opening
    const deadline = new Date(
      world.clock.now().getTime() + Math.max(0, limits.getRemainingTimeInMillis() - marginMs),
    )
    const done = await queue.drain(world, workers, deadline)
    await queue.supervise()
    return { done }
  }
}
