import { PgBoss } from 'pg-boss'
import { asSystem, type World } from './context.ts'
import { type Jobs, queues } from './jobs.ts'

/** What does the work of some queues. Safe to repeat. */
export type Workers<Queue extends keyof Jobs = keyof Jobs> = {
  readonly [Name in Queue]: (world: World, job: Jobs[Name]) => Promise<void>
}

export interface JobQueue {
  /**
   * Moves what is due out of the outbox and does the work of those queues that `workers` names, until nothing is left
   * or the deadline has come. What others work on waits in its queue. Answers how many jobs it did.
   */
  drain(world: World, workers: Partial<Workers>, deadline: Date): Promise<number>
  /** The queue's own housekeeping: retries what a dead worker held, drops what is long done. */
  supervise(): Promise<void>
  close(): Promise<void>
}

const schema = 'pgboss'
const batchSize = 50
/** A job that fails is tried again five times, later each time, and then kept for a person to look at. */
const queueOptions = { retryLimit: 5, retryDelay: 10, retryBackoff: true, expireInSeconds: 300 }

/** Makes the queue's own tables and our queues; `ownerUrl` signs in as the owner of the schema. */
export async function installJobQueue(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, schema, supervise: false, schedule: false, max: 1 })
  await boss.start()
  for (const queue of queues) {
    if (!(await boss.getQueue(queue))) await boss.createQueue(queue, queueOptions)
  }
  await boss.getDb().executeSql(`
    grant usage on schema ${schema} to anjiao_app;
    grant select, insert, update, delete on all tables in schema ${schema} to anjiao_app;
    grant execute on all functions in schema ${schema} to anjiao_app`)
  await boss.stop({ graceful: false })
}

/** Opens the queue for a function that drains it. */
export async function openJobQueue(url: string): Promise<JobQueue> {
  const boss = new PgBoss({
    connectionString: url,
    schema,
    supervise: false,
    schedule: false,
    migrate: false,
    max: 2,
  })
  await boss.start()

  async function drain(world: World, workers: Partial<Workers>, deadline: Date): Promise<number> {
    let done = 0
    for (;;) {
      const moved = await relay(boss, world)
      let worked = 0
      for (const queue of queues) {
        const work = workers[queue]
        if (work) worked += await workOn(boss, queue, world, work, deadline)
      }
      done += worked
      if ((moved === 0 && worked === 0) || world.clock.now() >= deadline) return done
    }
  }
  return { drain, supervise: () => boss.supervise(), close: () => boss.stop({ graceful: false }) }
}

interface Waiting {
  readonly queue: keyof Jobs
  readonly payload: object
}

/** Moves what is due from the outbox to the queue, in one transaction: nothing is lost and nothing moved twice. */
function relay(boss: PgBoss, world: World): Promise<number> {
  return asSystem(world, 'jobs', async ({ tx, now }) => {
    const waiting = await tx.rows<Waiting>`
      delete from job_outbox where id in (
        select id from job_outbox where start_at <= ${now} order by id limit 500 for update skip locked)
      returning queue, payload`
    const db = { executeSql: (text: string, values?: unknown[]) => tx.execute(text, values) }
    for (const [queue, jobs] of Map.groupBy(waiting, (job) => job.queue)) {
      await boss.insert(
        queue,
        jobs.map((job) => ({ data: job.payload })),
        { db },
      )
    }
    return waiting.length
  })
}

async function workOn<Name extends keyof Jobs>(
  boss: PgBoss,
  queue: Name,
  world: World,
  work: Workers[Name],
  deadline: Date,
): Promise<number> {
  let worked = 0
  while (world.clock.now() < deadline) {
    const jobs = await boss.fetch<Jobs[Name]>(queue, { batchSize })
    if (jobs.length === 0) break
    for (const job of jobs) {
      try {
        await work(world, job.data)
        await boss.complete(queue, job.id)
      } catch (error) {
        world.log.error('a job failed', error, { queue, job: job.id })
        await boss.fail(queue, job.id, { message: error instanceof Error ? error.message : 'unknown' })
      }
      worked++
    }
  }
  return worked
}
