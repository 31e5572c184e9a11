import { randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { afterAll } from 'vitest'
import { findDifferences } from '../../handlers/audit-books.ts'
import { paperWorkers } from '../../handlers/documents.ts'
import { workers } from '../../handlers/jobs.ts'
import { schedule, type Task } from '../../handlers/schedule.ts'
import { createWorld, eventsPath } from '../../handlers/world.ts'
import { readConfig } from '../../platform/config.ts'
import type { World } from '../../platform/context.ts'
import { openJobQueue } from '../../platform/job-queue.ts'
import { silentLog } from '../../platform/log.ts'
import { emulatedEnvironment } from '../emulated-environment.ts'
import { type Emulator, startEmulator } from '../emulator/index.ts'
import { freePort } from '../postgres/server.ts'
import { startServer } from '../server.ts'
import { type LocalStorage, startStorage } from '../storage/index.ts'
import { testWorld } from './world.ts'

export interface TestSystem {
  readonly world: World
  readonly emulator: Emulator
  readonly storage: LocalStorage
  /** Signs in past every rule: only to plant a fault. */
  readonly superuserUrl: string
  /** Where the pages and the API are. */
  readonly address: string
  /** Calls a scheduled function, as its timer would. */
  run(task: Task): Promise<number>
  /** Drains every job queue, as their timers would. */
  drainJobs(): Promise<number>
  audit(): ReturnType<typeof findDifferences>
}

/** The whole system as `npm start` runs it, on a database of its own; its timers are called by the test. */
export async function testSystem(pages: string): Promise<TestSystem> {
  const { appUrl, superuserUrl } = await testWorld()
  const emulator = await startEmulator()
  const storage = await startStorage({ clock: emulator.clock })
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  emulator.control.setPush({ url: `${address}${eventsPath}` })
  const config = readConfig(
    emulatedEnvironment(emulator, storage, {
      databaseUrl: appUrl,
      address,
      sessionSecret: 'a secret that only this test system knows',
      sealingKey: randomBytes(32).toString('base64'),
    }),
  )
  const world = createWorld(config, { clock: emulator.clock, connections: 8, log: silentLog })
  const queue = await openJobQueue(appUrl)
  const server = await startServer(world, port, pages)
  afterAll(async () => {
    server.close()
    server.closeAllConnections()
    await queue.close()
    await emulator.close()
    await storage.close()
    await world.database.close()
  })
  const soon = () => new Date(world.clock.now().getTime() + 30_000)
  return {
    world,
    emulator,
    storage,
    superuserUrl,
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    run: async (task) => (await schedule(world)({ task }, { getRemainingTimeInMillis: () => 40_000 })).done,
    drainJobs: () => queue.drain(world, { ...workers, ...paperWorkers }, soon()),
    audit: () => findDifferences(world),
  }
}
