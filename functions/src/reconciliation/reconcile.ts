import { addDays, type BusinessDate, startOfDay } from '@anjiao/shared/calendar'
import type { CommunityId } from '@anjiao/shared/ids'
import { asSystem, inCommunity, type World } from '../platform/context.ts'
import { inEveryCommunity } from '../platform/in-every-community.ts'
import { matchDay } from './match-day.ts'
import { settleDifferences } from './settle-differences.ts'
import { takeBill } from './take-bill.ts'
import { takeFundFlow } from './take-fund-flow.ts'

const task = 'reconciliation'
const actor = { kind: 'system', task } as const

/** Bills are made from 9:00 on, and safe to ask for an hour later (微信支付 APIv3 "申请交易账单"). */
const billsFromHour = 10

/** WeChat keeps bills for three months; a system that stood still that long has other troubles. */
const daysBackMost = 90

/**
 * 日对账. For every merchant fetches the bills of the days that are over and compares them with the books of each of its
 * communities, oldest first, and their fund flows beside the trades; then resolves what can be resolved by asking. Goes on where it stopped. Answers how many days of communities it
 * matched.
 */
export async function reconcile(world: World, deadline: Date): Promise<number> {
  const inTime = () => world.clock.now() < deadline
  await takeBills(world, inTime)
  await takeFundFlows(world, inTime)
  return inEveryCommunity(world, task, async (community) => {
    let days = 0
    for (const { mchid, day } of await unmatched(world, community)) {
      if (!inTime()) break
      await inCommunity(world, community, actor, (ctx) => matchDay(ctx, mchid, day))
      days += 1
    }
    if (inTime()) await settleDifferences(world, community, deadline)
    return days
  })
}

/** Takes in what is missing, merchant by merchant. What fails stops none of the others: it is logged, and tried again next time. */
async function takeBills(world: World, inTime: () => boolean): Promise<void> {
  for (const { mchid, day } of await missing(world)) {
    if (!inTime()) break
    try {
      await takeBill(world, mchid, day)
    } catch (error) {
      world.log.error('a bill could not be taken in', error, { mchid, day })
    }
  }
}

/** Takes in the fund flows of days whose trades are here, likewise. */
async function takeFundFlows(world: World, inTime: () => boolean): Promise<void> {
  for (const { mchid, day } of await withoutFundFlow(world)) {
    if (!inTime()) break
    try {
      await takeFundFlow(world, mchid, day)
    } catch (error) {
      world.log.error('a fund flow could not be taken in', error, { mchid, day })
    }
  }
}

interface DayOf {
  readonly mchid: string
  readonly day: BusinessDate
}

/** Days without a bill: from the oldest one on, or from the last day that is over where there is none yet. */
const missing = (world: World): Promise<DayOf[]> =>
  asSystem(world, task, async ({ tx, now, today }) => {
    const areMade = now >= new Date(startOfDay(today).getTime() + billsFromHour * 3_600_000)
    const last = addDays(today, areMade ? -1 : -2)
    return tx.rows<DayOf>`
      select m.mchid, d.day::date as day
        from merchant m
       cross join lateral (
         select coalesce(min(day), ${last}::date) as day from bill where mchid = m.mchid) first
       cross join lateral generate_series(greatest(first.day, ${addDays(today, -daysBackMost)}::date), ${last}::date, '1 day') as d (day)
       where not exists (
         select from bill where mchid = m.mchid and day = d.day::date and kind = 'trade' and state <> 'taking')
       order by d.day, m.mchid`
  })

/** Days whose trades are here and added up, and whose fund flow is not. */
const withoutFundFlow = (world: World): Promise<DayOf[]> =>
  asSystem(
    world,
    task,
    ({ tx, today }) => tx.rows<DayOf>`
      select b.mchid, b.day from bill b
       where b.kind = 'trade' and b.state <> 'taking' and b.paid_fen is not null and b.day > ${addDays(today, -daysBackMost)}
         and not exists (select from fund_flow f where (f.mchid, f.day) = (b.mchid, b.day))
       order by b.day, b.mchid`,
  )

/** Days whose bill is here and not compared. */
const unmatched = (world: World, community: CommunityId): Promise<DayOf[]> =>
  inCommunity(
    world,
    community,
    actor,
    ({ tx }) => tx.rows<DayOf>`
      select b.mchid, b.day
        from community c
        join merchant m on m.company_id = c.company_id
        join bill b on b.mchid = m.mchid and b.kind = 'trade' and b.state <> 'taking'
       where c.id = ${community}
         and not exists (select from matched_day d where (d.community_id, d.mchid, d.day) = (c.id, b.mchid, b.day))
       order by b.day, b.mchid`,
  )
