import { businessDateAt } from '@anjiao/shared/calendar'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import type { Clock } from '../../platform/clock.ts'
import type { World } from '../../platform/context.ts'
import { openDatabase } from '../../platform/database.ts'
import { documentsOpenedLater } from '../../platform/documents/documents.ts'
import { silentLog } from '../../platform/log.ts'
import { systemRandom } from '../../platform/random.ts'
import { noWechatMp } from './no-wechat.ts'
import { type TestStorage, testStorage } from './test-storage.ts'

/** A clock that stands still until the test moves it. */
export interface TestClock extends Clock {
  /** e.g. `2026-11-23T10:00:00+08:00` */
  set(instant: string): void
  advance(by: { days?: number; minutes?: number; seconds?: number }): void
}

export interface TestWorld {
  readonly world: World
  readonly clock: TestClock
  /** Started when first asked for. */
  readonly bucket: TestStorage['bucket']
  /** Signs in as the application does: row-level security holds. */
  readonly appUrl: string
  /** Signs in past every rule: only to plant a fault. */
  readonly superuserUrl: string
}

/** A world of its own for a test file: a fresh database, a clock at 10:00 on 23 November 2026 in Shanghai. Dropped afterwards. */
export async function testWorld(): Promise<TestWorld> {
  const port = inject('postgresPort')
  const name = `test_${process.pid}_${Date.now()}_${Math.floor(Math.random() * 1e6)}`
  await asSuperuser(port, `create database ${name} template template_anjiao strategy file_copy`)

  const appUrl = `postgres://anjiao_app@127.0.0.1:${port}/${name}`
  const clock = testClock('2026-11-23T10:00:00+08:00')
  const database = openDatabase({ url: appUrl, connections: 12 })
  const { files, bucket } = testStorage(clock)
  afterAll(async () => {
    await database.close()
    await dropWhenAllHaveLeft(port, name)
  })
  return {
    world: {
      database,
      clock,
      random: systemRandom,
      log: silentLog,
      ...noWechat,
      ...files,
      documents: documentsOpenedLater(),
      settings: {
        appid: testAppid,
        publicUrl: 'https://pay.example.cn',
        sessionSecret: 'a secret that only tests know, 32 bytes',
        peoplePageUrl: null,
        cashierUrl: null,
        subscribePageUrl: null,
      },
    },
    clock,
    bucket,
    appUrl,
    superuserUrl: `postgres://postgres@127.0.0.1:${port}/${name}`,
  }
}

/**
 * PostgreSQL waits five seconds for the last connections to close. Only what stays longer is cut off: a client that is cut
 * off while it closes tells it to nobody, and the process ends.
 */
const dropWhenAllHaveLeft = (port: number, name: string): Promise<void> =>
  asSuperuser(port, `drop database ${name}`).catch(() =>
    asSuperuser(port, `drop database ${name} with (force)`),
  )

const noWechat: Pick<World, 'wechatMp' | 'messagePush' | 'sms' | 'wechatPay'> = {
  wechatMp: noWechatMp(),
  messagePush: { echo: () => undefined, read: () => ({ kind: 'unsigned' }) },
  sms: null,
  wechatPay: () => {
    throw new Error('this test has no WeChat')
  },
}

export const testAppid = 'wx8888888888888888'

export function testClock(start: string): TestClock {
  let now = new Date(start)
  return {
    now: () => new Date(now),
    set: (instant) => {
      now = new Date(instant)
    },
    advance: ({ days = 0, minutes = 0, seconds = 0 }) => {
      now = new Date(now.getTime() + ((days * 24 * 60 + minutes) * 60 + seconds) * 1_000)
    },
  }
}

export const todayOf = (clock: Clock) => businessDateAt(clock.now())

async function asSuperuser(port: number, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: `postgres://postgres@127.0.0.1:${port}/postgres` })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
