import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { createWorld } from '../../src/handlers/world.ts'
import { type Emulator, frozenClock, startEmulator } from '../../src/local/emulator/index.ts'
import { readConfig } from '../../src/platform/config.ts'
import type { World } from '../../src/platform/context.ts'
import { silentLog } from '../../src/platform/log.ts'
import { deliver } from '../../src/reminders/index.ts'
import { agree } from '../books/agree.ts'
import { payNext } from '../books/pay-next.ts'
import type { Receipt } from '../books/require-reminded.ts'
import { benchTime, type Merchant } from '../harness/merchant.ts'
import { numbersFrom } from '../harness/numbers-from.ts'
import { asSuperuser, type BenchDatabase } from '../harness/server.ts'
import { environmentOf } from '../harness/world.ts'
import { type Crew, startCrew } from './crew.ts'
import { loseSome, refuseUntilTomorrow, revokeToken } from './wechat-troubles.ts'

export interface AmongFailures {
  readonly database: BenchDatabase
  readonly keys: Merchant
  readonly homes: number
  readonly seed: number
}

/** What WeChat knows when all is over, and what happened on the way. */
export interface Outcome {
  readonly receipts: readonly Receipt[]
  readonly paid: readonly number[]
  readonly killed: number
  /** Messages that came after WeChat had said that it takes no more that day. */
  readonly afterLimit: number
  /** Messages that came on the next day, when nothing was left to do. */
  readonly afterAll: number
}

interface Scene {
  readonly world: World
  readonly books: pg.Client
  readonly emulator: Emulator
  readonly keys: Merchant
  readonly crew: Crew
  readonly random: () => number
  /** Moves everybody's time. */
  readonly pass: (seconds: number) => Promise<void>
}

/** What belongs to two seconds goes out at once. */
const stepSeconds = 2
const kills = 20
const breathMs = 150

/**
 * A campaign that waits for its moment is begun, planned and sent by four processes at once. At every second step one of them is
 * killed at a moment that is anybody's guess, and another takes its place; one message of fifty is taken without an answer, and
 * one of seventy lost before; the access token is revoked; homes pay just before their turn; and in the middle WeChat takes no
 * more until tomorrow.
 */
export const remindAmongFailures = ({ database, keys, homes, seed }: AmongFailures): Promise<Outcome> =>
  asSuperuser(database, async (books) => {
    const clock = frozenClock(benchTime)
    const emulator = await startEmulator({ keys, clock })
    agree(emulator, homes)
    loseSome(emulator, homes)
    const environment = { ...environmentOf(database.appUrl, keys), WECHAT_API_URL: emulator.url }
    const world = createWorld(readConfig(environment), { clock, log: silentLog })
    const crew = await startCrew(environment, clock.now())
    async function pass(seconds: number): Promise<void> {
      await clock.advance(seconds * 1_000)
      crew.setTime(clock.now())
    }
    try {
      return await remind({ world, books, emulator, keys, crew, random: numbersFrom(seed), pass })
    } finally {
      await crew.stop()
      await world.database.close()
      await emulator.close()
    }
  })

async function remind(scene: Scene): Promise<Outcome> {
  const { world, emulator, keys, crew, pass } = scene
  const { control, url } = emulator
  const paid: number[] = []
  let afterLimit = 0
  for (let nth = 1; nth <= kills; nth++) {
    await stepAndKill(scene)
    if (nth % 3 === 0) paid.push(...(await payNext(world)))
    if (nth % 6 === 0) await revokeToken(url, keys)
    if (nth === kills / 2) afterLimit = await messagesAfterLimit(scene)
    await step(scene)
  }
  await untilStill(scene, `delivery where state = 'waiting' and lane = 1`)
  // Those who were killed tell nobody what became of their last messages: that comes out when their time is up.
  await pass(hour)
  await untilStill(scene, `campaign where id = 1 and state <> 'done'`)
  await crew.stop()
  const receipts = [...control.messages()]
  await pass(24 * hour)
  await deliver(world, new Date('2999-01-01T00:00:00Z'))
  return { receipts, paid, killed: kills, afterLimit, afterAll: control.messages().length - receipts.length }
}

const hour = 3_600

async function step({ random, pass }: Scene): Promise<void> {
  await pass(stepSeconds)
  await sleep(random() % breathMs)
}

async function stepAndKill(scene: Scene): Promise<void> {
  await step(scene)
  await scene.crew.killOne(scene.random())
}

/** WeChat takes no more: what still comes is what was on its way. The campaign goes on the next day, at half past eleven. */
async function messagesAfterLimit(scene: Scene): Promise<number> {
  const { books, emulator, pass } = scene
  refuseUntilTomorrow(emulator)
  while ((await count(books, `channel_pause where paused_for = 'limited'`)) === 0) await step(scene)
  const before = emulator.control.messages().length
  for (let steps = 0; steps < 12; steps++) await step(scene)
  const after = emulator.control.messages().length - before
  await pass(25.5 * hour)
  return after
}

const patienceMs = 30_000

/** Lets time pass until there are none of these any more; throws where nothing happens for long. */
async function untilStill(scene: Scene, of: string): Promise<void> {
  let left = await count(scene.books, of)
  let since = performance.now()
  while (left > 0) {
    await step(scene)
    const now = await count(scene.books, of)
    if (now < left) since = performance.now()
    if (performance.now() - since > patienceMs) throw new Error(`${now} do not come to an end: ${of}`)
    left = now
  }
}

async function count(books: pg.Client, of: string): Promise<number> {
  const { rows } = await books.query<{ rows: number }>(`select count(*)::integer as rows from ${of}`)
  return rows[0]?.rows ?? 0
}
