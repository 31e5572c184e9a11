import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PersonId } from '@anjiao/shared/ids'
import { bundleFunctions } from '../../deploy/bundle.ts'
import { notifyPath } from '../../src/handlers/world.ts'
import { signAccessToken } from '../../src/identity/session/access-token.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { fillBillsAndOrders } from '../books/bills-and-orders.ts'
import { waitingOrdersOf } from '../books/waiting-orders.ts'
import { alternate, median } from '../harness/alternate.ts'
import { atMost, type Comparison, compare } from '../harness/comparison.ts'
import { getEvent, postEvent } from '../harness/gateway-events.ts'
import { type Merchant, signedNotices } from '../harness/merchant.ts'
import type { Bench, Scenario } from '../harness/scenario.ts'
import type { BenchDatabase } from '../harness/server.ts'
import { benchWorld, environmentOf } from '../harness/world.ts'
import { bundleFloors, type Floor } from './bundle-floors.ts'
import { type ColdCall, firstAnswerMs } from './first-answer.ts'

/** P10. From the start of a process to the first answer from the database, for each deployed function. */
export const coldStart: Scenario = { id: 'P10', name: 'cold-start', run }

interface Cold {
  readonly name: string
  readonly does: string
  readonly floor: Floor
  readonly event: unknown
  readonly isRight: ColdCall['isRight']
}

async function run(bench: Bench): Promise<Comparison[]> {
  const { sizes, say } = bench
  const [server, merchant] = [await bench.server(), await bench.merchant()]
  const database = await server.prepare('cold', async (client) => {
    const homes = { communities: 1, households: 20, merchant }
    await fillBillsAndOrders(client, { ...homes, paidMonths: 1, openMonths: 5 })
    // Nobody is there to be asked about them.
    await client.query(
      `update payment_attempt set next_query_at = '2999-01-01' where next_query_at is not null`,
    )
  })
  const folder = await mkdtemp(join(tmpdir(), 'anjiao-bundles-'))
  try {
    say('bundling')
    await bundleFunctions(folder)
    await bundleFloors(folder)
    const environment = environmentOf(database.appUrl, merchant)
    const start = (name: string, event: unknown, isRight: ColdCall['isRight']) => () =>
      firstAnswerMs({ bundle: join(folder, name, 'index.js'), event, environment, isRight })

    say(`starting ${sizes.coldStarts} fresh processes of each`)
    const isOne = (answer: string) => answer.includes('one')
    const functions = await coldFunctions(database, merchant)
    const [pgAlone = [], emptyFastify = [], ...times] = await alternate(
      [
        start('pg-alone', null, isOne),
        start('empty-fastify', getEvent('/v1/me', ''), isOne),
        ...functions.map(({ name, event, isRight }) => start(name, event, isRight)),
      ],
      sizes.coldStarts,
    )
    const floors = { 'pg-alone': median(pgAlone), 'empty-fastify': median(emptyFastify) }
    return functions.map(({ name, does, floor }, at) =>
      compare({
        id: 'P10',
        what: `cold start of ${name} (${does}); floor: a bundle of ${floorWords[floor]}`,
        size: `${sizes.coldStarts} processes`,
        floor: floors[floor],
        system: median(times[at] ?? []),
        unit: 'ms',
        aim: atMost(1.3),
      }),
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
    await server.drop(database)
  }
}

const floorWords: Readonly<Record<Floor, string>> = {
  'pg-alone': 'pg alone and select 1',
  'empty-fastify': 'Fastify, serverless-http, pg and select 1',
}

/** What each function is called with. A notice is told in every process: booked in the first, known in the others. */
async function coldFunctions(database: BenchDatabase, merchant: Merchant): Promise<Cold[]> {
  const world = { ...benchWorld(environmentOf(database.appUrl, merchant), 1), clock: systemClock }
  const caller = { personId: 1 as PersonId, appid: merchant.appid, openid: 'openid-1', family: 'bench' }
  const token = await signAccessToken(world, caller)
  const notices = await signedNotices(merchant, await waitingOrdersOf(database, 1), systemClock.now())
  const said = (words: string) => (answer: string) => answer.includes(words)
  return [
    {
      name: 'wechatpay-notify',
      does: 'a payment notice',
      floor: 'pg-alone',
      event: notices.map(({ headers, body }) =>
        postEvent(`${notifyPath}${merchant.mchid}`, headers, body),
      )[0],
      isRight: said('"statusCode":204'),
    },
    {
      name: 'schedule',
      does: 'payment sweep, nothing due',
      floor: 'pg-alone',
      event: { task: 'payment-sweep' },
      isRight: said('"done":0'),
    },
    { name: 'jobs', does: 'an empty queue', floor: 'pg-alone', event: null, isRight: said('"done"') },
    {
      name: 'api',
      does: 'GET /v1/me',
      floor: 'empty-fastify',
      event: getEvent('/v1/me', token),
      isRight: said('"statusCode":200'),
    },
  ]
}
