import type { CampaignId } from '@anjiao/shared/ids'
import type { Channel } from '@anjiao/shared/notice-life'
import type { Ctx } from '../../platform/context.ts'
import { askTheGate } from '../gate/ask-the-gate.ts'
import { claim, type Lane } from './claim.ts'
import { lease, writeUnreachable } from './lease.ts'
import { secondsAtOnce } from './next-lane.ts'
import type { PausedKind } from './paused-kinds.ts'
import { type Reached, reach } from './reach.ts'
import { writeStays, writeTold } from './write-answers.ts'

/** A message that may go: leased to this sender, which hands it to its provider once the transaction has committed. */
export interface Leased extends Reached {
  /** When it went through the gate: the lease is known by it. */
  readonly gatedAt: Date
}

/** A sender that has not said within this time what became of a message is taken for dead. */
export const leaseSeconds = 120

/** What came of looking at the next messages of a lane. */
export interface Slice {
  readonly leased: readonly Leased[]
  /** How many messages it looked at; fewer than asked for: nothing more is due. */
  readonly looked: number
}

interface Next {
  readonly lane: Lane
  readonly channels: readonly Channel[]
  readonly most: number
  readonly appid: string
  /** What would go on these has its turn on the next channel at once. */
  readonly closed: readonly Channel[]
  /** What waits although its turn has come. */
  readonly without?: readonly PausedKind[]
}

/**
 * Takes the next messages of a lane through the gate, and leases those that may go: what is sent, to whom, and with which
 * consent stands written before anything goes out. Whoever dies after this leaves messages that nobody sends again by themselves.
 */
export async function passSlice(ctx: Ctx, { appid, closed, ...wanted }: Next): Promise<Slice> {
  const { lane } = wanted
  const waiting = await claim(ctx, wanted)
  const answers = await askTheGate(ctx, waiting)
  const goes = answers.filter((answer) => answer.kind === 'go')
  await writeStays(
    ctx,
    answers.filter((answer) => answer.kind === 'stay'),
  )
  await writeTold(ctx, goes)
  const { reached, unreachable } = await reach(ctx, appid, goes, closed)
  await lease(ctx, reached, new Date(ctx.now.getTime() + leaseSeconds * 1_000))
  await writeUnreachable(ctx, unreachable)
  if (lane !== 0) await keepPace(ctx, lane, reached.length)
  return { leased: reached.map((each) => ({ ...each, gatedAt: ctx.now })), looked: waiting.length }
}

/**
 * What goes out moves on when the next may, by the pace of its campaign. Who comes a little late for a turn keeps the next one;
 * what was missed for longer is not made up for.
 */
async function keepPace({ tx, community, now }: Ctx, campaignId: CampaignId, sent: number): Promise<void> {
  if (sent === 0) return
  await tx.run`
    update campaign
       set next_at = case when next_at > ${now}::timestamptz - ${secondsAtOnce} * interval '1 second' then next_at else ${now} end
                     + ${sent} * interval '60 seconds' / per_minute
     where (community_id, id) = (${community}, ${campaignId}) and per_minute is not null`
}
