import { setTimeout as wait } from 'node:timers/promises'
import { paperWorkers } from '../handlers/documents.ts'
import { workers } from '../handlers/jobs.ts'
import { schedule, type Task } from '../handlers/schedule.ts'
import type { World } from '../platform/context.ts'
import { openJobQueue } from '../platform/job-queue.ts'

/** How often this machine does what timers do in the cloud. Shorter, because somebody is watching. */
const everySeconds = {
  'payment-sweep': 5,
  'refund-sweep': 5,
  reconciliation: 60,
  'bill-runs': 2,
  'late-fees': 3_600,
  plans: 10,
  disputes: 3_600,
  relief: 60,
  reminders: 20,
  campaigns: 2,
  deliver: 2,
  'sms-reports': 5,
  audit: 3_600,
  upkeep: 3_600,
} as const satisfies Record<Task, number>
const jobsEverySeconds = 2
const budgetMs = 60_000

/** Calls the scheduled functions and those that drain the queue, each on its own beat, until stopped. A failure is logged and the beat goes on. */
export async function keepTime(world: World, databaseUrl: string): Promise<() => Promise<void>> {
  const stopping = new AbortController()
  const queue = await openJobQueue(databaseUrl)
  const run = schedule(world)

  async function beat(name: string, seconds: number, work: () => Promise<unknown>): Promise<void> {
    while (!stopping.signal.aborted) {
      await work().catch((error: unknown) => world.log.error('scheduled work failed', error, { name }))
      await wait(seconds * 1_000, undefined, { signal: stopping.signal }).catch(() => {})
    }
  }

  const beats = [
    ...Object.entries(everySeconds).map(([task, seconds]) =>
      beat(task, seconds, () => run({ task: task as Task }, { getRemainingTimeInMillis: () => budgetMs })),
    ),
    ...Object.entries({ jobs: workers, documents: paperWorkers }).map(([name, table]) =>
      beat(name, jobsEverySeconds, () =>
        queue.drain(world, table, new Date(world.clock.now().getTime() + budgetMs)),
      ),
    ),
  ]
  return async () => {
    stopping.abort()
    await Promise.all(beats)
    await queue.close()
  }
}
