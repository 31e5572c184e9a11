import type { DryRun } from '@anjiao/shared/contract/campaigns'
import { addFen, type Fen, fen, sumFen, zeroFen } from '@anjiao/shared/money'
import type { Channel, WhyNotSend } from '@anjiao/shared/notice-life'
import type { Ctx } from '../../platform/context.ts'
import { knownQuota } from '../delivery/send-quota.ts'
import { type Fate, fates, type ToTry } from './fates.ts'
import { isEverybody, refuseImpossible } from './segment.ts'

/** Homes shown of each way in which it ends. */
const shownOfEach = 3

/**
 * 试算. Who would get what if a campaign began now, who would be left out and why, what it would use and cost. The answers are those
 * of the gate, the wordings and the consents that decide when it runs; the hour of the day apart, for which messages wait.
 * Writes nothing. However many homes there are, it holds a slice of them at a time.
 */
export async function dryRun(ctx: Ctx, appid: string, wanted: ToTry): Promise<DryRun> {
  refuseImpossible(wanted.segment)
  const reached = new Map<Channel, number>()
  const leftOut = new Map<WhyNotSend, number>()
  const shown = new Map<string, Fate[]>()
  let [homes, openFen, heldOut, unreachable] = [0, zeroFen, 0, 0]
  for await (const slice of fates(ctx, appid, wanted)) {
    homes += slice.length
    openFen = addFen(openFen, sumFen(slice.map((fate) => fate.openFen)))
    for (const fate of slice) {
      if (fate.ends === 'held out') heldOut++
      else if (fate.ends === 'reached') reached.set(fate.channel, (reached.get(fate.channel) ?? 0) + 1)
      else if (fate.ends === 'left out') leftOut.set(fate.why, (leftOut.get(fate.why) ?? 0) + 1)
      else unreachable++
      show(shown, fate)
    }
  }
  const prices = await pricesOf(ctx)
  const credits = reached.get('subscription') ?? 0
  return {
    homes,
    openFen,
    everybody: await isEverybody(ctx, homes),
    heldOut,
    unreachable,
    byChannel: wanted.channels.map((channel) => {
      const its = reached.get(channel) ?? 0
      const each = prices[channel]
      return { channel, homes: its, costFen: each === null ? null : fen(each * its) }
    }),
    credits,
    quota: await quotaFor(ctx, appid, credits),
    leftOut: [...leftOut].map(([why, homes]) => ({ why, homes })).toSorted((a, b) => b.homes - a.homes),
    examples: await examples(ctx, [...shown.values()].flat()),
  }
}

function show(shown: Map<string, Fate[]>, fate: Fate): void {
  if (fate.ends === 'held out') return
  const way = `${fate.channel} ${fate.why}`
  const alike = shown.get(way) ?? []
  if (alike.length < shownOfEach) shown.set(way, [...alike, fate])
}

async function quotaFor(ctx: Ctx, appid: string, messages: number): Promise<DryRun['quota']> {
  const quota = await knownQuota(ctx, appid)
  return quota ? { left: quota.leftToAsk, fitsToday: messages <= quota.leftToAsk } : null
}

/** What one message costs on a channel; null: the company has not said. */
async function pricesOf({ tx, community }: Ctx): Promise<Readonly<Record<Channel, Fen | null>>> {
  return tx.one`
    select 0 as subscription, y.sms_fen as sms, y.letter_fen as letter
      from community m join company y on y.id = m.company_id where m.id = ${community}`
}

async function examples({ tx, community }: Ctx, shown: readonly Fate[]): Promise<DryRun['examples']> {
  const names = await tx.rows<Pick<DryRun['examples'][number], 'householdId' | 'roomName' | 'ownerMasked'>>`
    select household_id, room_name, owner_masked from home_name
     where community_id = ${community} and household_id = any(${shown.map(({ householdId }) => householdId)}::bigint[])`
  const nameOf = new Map(names.map((name) => [name.householdId, name]))
  return shown.flatMap(({ ends: _, ...fate }) => {
    const name = nameOf.get(fate.householdId)
    return name ? [{ ...fate, ...name }] : []
  })
}
