import type { World } from '../platform/context.ts'
import { type JobQueue, openJobQueue, type Workers } from '../platform/job-queue.ts'

interface Limits {
  getRemainingTimeInMillis(): number
}

/** Nothing new is begun this long before the platform would cut it off. */
const marginMs = 10_000

/** What else is to be done in the same breath, until a deadline. Answers how much it did. */
type Besides = (world: World, deadline: Date) => Promise<number>

/** Does the work of some queues, and what else goes with it, within the time the platform gives. Answers how much it did. */
export function drainJobs(
  world: World,
  databaseUrl: string,
  workers: Partial<Workers>,
  besides: Besides = () => Promise.resolve(0),
) {
  let opening: Promise<JobQueue> | undefined
  return async (_event: unknown, limits: Limits): Promise<{ done: number }> => {
    opening ??= openJobQueue(databaseUrl)
    const queue = await opening
    const deadline = new Date(
      world.clock.now().getTime() + Math.max(0, limits.getRemainingTimeInMillis() - marginMs),
    )
    const done = (await queue.drain(world, workers, deadline)) + (await besides(world, deadline))
    await queue.supervise()
    return { done }
  }
}
