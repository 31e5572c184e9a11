import { join } from 'node:path'
import { underWayMost } from '../../src/reminders/delivery/under-way.ts'
import { fillCampaign } from '../books/campaign.ts'
import { messagesOf } from '../books/messages.ts'
import { requireAsked } from '../books/require-asked.ts'
import { requirePace } from '../books/require-pace.ts'
import { requireReminded } from '../books/require-reminded.ts'
import { alternate, median, timed } from '../harness/alternate.ts'
import { atLeast, atMost, type Comparison, compare } from '../harness/comparison.ts'
import { runProcess } from '../harness/in-process.ts'
import { benchTime, type Merchant } from '../harness/merchant.ts'
import type { Bench, Scenario } from '../harness/scenario.ts'
import type { BenchDatabase } from '../harness/server.ts'
import { shortCount } from '../harness/sizes.ts'
import { environmentOf } from '../harness/world.ts'
import type { BareSending, Sent } from './bare-sender.ts'
import { planByHand } from './plan-by-hand.ts'
import type { CampaignToRun, RunCampaign } from './run-campaign.ts'
import { tokenOf, withWechat } from './wechat-apart.ts'

/** P7. A campaign to every home: planned, taken through the gate, handed to WeChat, and what became of it written down. */
export const campaign: Scenario = { id: 'P7', name: 'campaign', run }

const perMinute = 6_000
/** As long as the system waits for an answer. */
const timeoutMs = 5_000

interface Measure {
  readonly planSeconds: number
  readonly perSecond: number
  readonly peakMemoryMb: number
  /** From the first message to the last, by WeChat's log. */
  readonly sendSeconds: number
  readonly sent: number
}

async function run(bench: Bench): Promise<Comparison[]> {
  const { sizes, say } = bench
  const [server, merchant] = [await bench.server(), await bench.merchant()]
  const { reminded: whole, remindedTenth: tenth, remindedPaced: paced } = sizes
  say(`preparing ${tenth} and ${whole} homes that owe`)
  const prepare = (homes: number, pace: number | null = null) =>
    server.prepare(`campaign_${homes}_${pace ?? 'free'}`, (client) =>
      fillCampaign(client, merchant, { homes, perMinute: pace }),
    )
  const [many, few, slow] = [await prepare(whole), await prepare(tenth), await prepare(paced, perMinute)]
  say('planning and sending')
  const measured =
    (
      prepared: BenchDatabase,
      work: (database: BenchDatabase, keys: Merchant, homes: number) => Promise<Measure>,
      homes: number,
    ) =>
    () =>
      server.onCopyOf(prepared, (database) => work(database, merchant, homes))
  const measures = await alternate([
    measured(many, byHand, whole),
    measured(many, bySystem, whole),
    measured(few, bySystem, tenth),
    measured(slow, atAPace, paced),
  ])
  for (const prepared of [many, few, slow]) await server.drop(prepared)

  const of = (at: number, figure: keyof Measure) =>
    median((measures[at] ?? []).map((measure) => measure[figure]))
  const p7 = { id: 'P7', size: `${shortCount(whole)} homes` }
  return [
    compare({
      ...p7,
      what: 'plan a campaign; floor: one INSERT … SELECT',
      floor: of(0, 'planSeconds'),
      system: of(1, 'planSeconds'),
      unit: 's',
      aim: atMost(2),
    }),
    compare({
      ...p7,
      what: `send it, 2 % refused, 1 % never answered; floor: bare node:http, ${underWayMost} at once`,
      floor: of(0, 'perSecond'),
      system: of(1, 'perSecond'),
      unit: 'per s',
      aim: atLeast(0.35),
    }),
    compare({
      ...p7,
      what: `send it at ${perMinute} a minute; floor: the time that this takes`,
      size: `${shortCount(paced)} homes`,
      floor: (of(3, 'sent') * 60) / perMinute,
      system: of(3, 'sendSeconds'),
      unit: 's',
      aim: atMost(1.02),
    }),
    compare({
      ...p7,
      what: 'peak memory as homes grow',
      size: `${shortCount(tenth)} → ${shortCount(whole)} homes`,
      floor: of(2, 'peakMemoryMb'),
      system: of(1, 'peakMemoryMb'),
      unit: 'MB',
      aim: atMost(1.25),
    }),
  ]
}

async function byHand(database: BenchDatabase, keys: Merchant, homes: number): Promise<Measure> {
  const planMs = await timed(() => planByHand(database, benchTime))
  await requireAsked(database)
  const bodies = await messagesOf(database, keys)
  const { outcome, receipts } = await withWechat({ keys, homes }, async (url) =>
    runProcess<BareSending, Sent>(join(import.meta.dirname, 'bare-sender.ts'), {
      url,
      token: await tokenOf(url, keys),
      bodies,
      atOnce: underWayMost,
      timeoutMs,
    }),
  )
  const { ms, taken, refused, lost } = outcome
  const sent = taken + refused + lost
  if (receipts.length < taken) throw new Error(`of ${taken} messages taken WeChat knows ${receipts.length}`)
  return {
    planSeconds: planMs / 1_000,
    perSecond: sent / (ms / 1_000),
    peakMemoryMb: 0,
    sendSeconds: 0,
    sent,
  }
}

async function bySystem(database: BenchDatabase, keys: Merchant, homes: number): Promise<Measure> {
  return (await runWhole(database, keys, homes)).measure
}

async function atAPace(database: BenchDatabase, keys: Merchant, homes: number): Promise<Measure> {
  const { measure, receipts } = await runWhole(database, keys, homes)
  requirePace(receipts, perMinute)
  return measure
}

async function runWhole(database: BenchDatabase, keys: Merchant, homes: number) {
  const { outcome, receipts } = await withWechat({ keys, homes }, (url) =>
    runProcess<CampaignToRun, RunCampaign>(join(import.meta.dirname, 'run-campaign.ts'), {
      environment: { ...environmentOf(database.appUrl, keys), WECHAT_API_URL: url },
    }),
  )
  await requireAsked(database)
  await requireReminded(database, receipts)
  const times = receipts.map(({ atMs }) => atMs).toSorted((a, b) => a - b)
  const { planMs, sendMs, sent, peakMemoryMb } = outcome
  const measure: Measure = {
    planSeconds: planMs / 1_000,
    perSecond: sent / (sendMs / 1_000),
    peakMemoryMb,
    sendSeconds: ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1_000,
    sent,
  }
  return { measure, receipts }
}
