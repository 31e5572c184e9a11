import type { Bills } from '@anjiao/shared/contract/billing'
import type { PersonId } from '@anjiao/shared/ids'
import { signAccessToken } from '../../src/identity/session/access-token.ts'
import type { World } from '../../src/platform/context.ts'
import { fillBillsAndOrders } from '../books/bills-and-orders.ts'
import { requireCleanBooks } from '../books/require-settled.ts'
import { alternate, median } from '../harness/alternate.ts'
import { perSecond } from '../harness/clients.ts'
import { atLeast, type Comparison, compare } from '../harness/comparison.ts'
import type { Merchant } from '../harness/merchant.ts'
import type { Bench, Scenario } from '../harness/scenario.ts'
import { asSuperuser, type BenchDatabase, type BenchServer } from '../harness/server.ts'
import { shuffled } from '../harness/shuffled.ts'
import { shortCount } from '../harness/sizes.ts'
import { benchWorld, environmentOf } from '../harness/world.ts'
import { apiWithPing, type Page } from './api-with-ping.ts'

/** P9. What a home owes, with two years of charges, through the whole API; beside `select 1` through the same. */
export const householdPage: Scenario = { id: 'P9', name: 'household-page', run }

const months = 12
/** Each charge is posted once, the paid half with two postings more. */
const postingsEach = months * 4
const householdsPerCommunity = 2_000
const clients = 8

async function run(bench: Bench): Promise<Comparison[]> {
  const { sizes, say } = bench
  const [server, merchant] = [await bench.server(), await bench.merchant()]
  say(`preparing ${sizes.postingsFew} and ${sizes.postingsMany} postings`)
  const few = await prepare(server, merchant, sizes.postingsFew, sizes.pages)
  const many = await prepare(server, merchant, sizes.postingsMany, sizes.pages)
  say('asking')
  const rates = await alternate([many.ping, many.pages, few.pages])
  const [ping = 0, pages = 0, pagesOfFew = 0] = rates.map(median)
  for (const { close } of [few, many]) await close()

  const p9 = { id: 'P9', system: pages, unit: 'pages/s' }
  const size = `${shortCount(sizes.pages)} homes, ${shortCount(sizes.postingsMany)} postings`
  const growth = `${shortCount(sizes.postingsFew)} → ${shortCount(sizes.postingsMany)} postings`
  return [
    compare({
      ...p9,
      what: 'bills of a home through the API; floor: select 1 through it',
      size,
      floor: ping,
      aim: atLeast(0.35),
    }),
    compare({
      ...p9,
      what: 'bills of a home as postings grow',
      size: growth,
      floor: pagesOfFew,
      aim: atLeast(0.9),
    }),
  ]
}

interface Asking {
  readonly ping: () => Promise<number>
  readonly pages: () => Promise<number>
  readonly close: () => Promise<void>
}

async function prepare(
  server: BenchServer,
  merchant: Merchant,
  postings: number,
  count: number,
): Promise<Asking> {
  const communities = Math.max(1, Math.round(postings / postingsEach / householdsPerCommunity))
  const households = Math.ceil(postings / postingsEach / communities)
  const books = { communities, households, paidMonths: months, openMonths: months, merchant }
  const database = await server.prepare(`postings_${postings}`, (client) => fillBillsAndOrders(client, books))
  const world = benchWorld(environmentOf(database.appUrl, merchant), clients)
  await requireCleanBooks(database, world)

  const homes = shuffled(Array.from({ length: communities * households }, (_, at) => at + 1)).slice(0, count)
  const openFen = await openFenOf(database, homes)
  const bills = await Promise.all(homes.map((home) => pageOf(world, merchant, home, communities, 'bills')))
  const pings = await Promise.all(homes.map((home) => pageOf(world, merchant, home, communities, 'ping')))
  const ask = await apiWithPing(world)
  const warming = (pages: readonly Page[]) => perSecond(clients, pages.slice(0, 300), ask)
  await warming(bills)
  await warming(pings)
  return {
    ping: () => perSecond(clients, pings, ask),
    async pages() {
      let fen = 0
      const rate = await perSecond(clients, bills, async (page) => {
        const reply = await ask(page)
        if (!isBills(reply) || reply.years.length === 0) throw new Error(`${page.path} answered no bills`)
        fen += reply.openFen
      })
      if (fen !== openFen) throw new Error(`the pages say ${fen} fen are open, the books ${openFen}`)
      return rate
    },
    async close() {
      await world.database.close()
      await server.drop(database)
    },
  }
}

/** The page of household number `g`, asked for by its owner, person number `g`. */
async function pageOf(
  world: World,
  { appid }: Merchant,
  home: number,
  communities: number,
  what: 'bills' | 'ping',
): Promise<Page> {
  const caller = { personId: home as PersonId, appid, openid: `openid-${home}`, family: 'bench' }
  const communityId = 1 + ((home - 1) % communities)
  return {
    path: `/v1/communities/${communityId}/households/${home}/${what}`,
    token: await signAccessToken(world, caller),
  }
}

const openFenOf = (database: BenchDatabase, homes: readonly number[]): Promise<number> =>
  asSuperuser(database, async (client) => {
    const { rows } = await client.query<{ fen: string }>(
      `select sum(p.amount_fen) as fen
         from posting p join charge c on c.id = p.charge_id
        where p.account = 'receivable' and c.household_id = any($1)`,
      [homes],
    )
    return Number(rows[0]?.fen)
  })

const isBills = (reply: unknown): reply is Bills =>
  typeof reply === 'object' && reply !== null && 'openFen' in reply && 'years' in reply
