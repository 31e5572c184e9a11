import type { NewCampaign } from '@anjiao/shared/contract/campaigns'
import type { CampaignId, HouseholdId } from '@anjiao/shared/ids'
import type { Fen } from '@anjiao/shared/money'
import type { WhyNotSend } from '@anjiao/shared/notice-life'
import type { Ctx } from '../../platform/context.ts'
import { askTheGate, firstHour } from '../gate/ask-the-gate.ts'
import type { AtTheGate } from '../gate/at-the-gate.ts'
import { comparedSince, lastMoment } from './plan-campaign.ts'
import { readyToTry, type Tried } from './try-channels.ts'

type End =
  | Tried
  | { readonly ends: 'left out'; readonly channel: null; readonly why: WhyNotSend; readonly reads: [] }
  | { readonly ends: 'held out'; readonly channel: null; readonly why: null; readonly reads: [] }

/** How a campaign would end for a home, and what the home would read. */
export type Fate = { readonly householdId: HouseholdId; readonly openFen: Fen } & End

export interface ToTry extends NewCampaign {
  /** The draft that it is of: then those homes are held out that will be. */
  readonly campaignId?: CampaignId
}

/**
 * How a campaign would end for each home of its segment if it began now, in the order in which it would be planned. The segment is
 * read once, and no more than a slice of it is held at a time.
 */
export async function* fates(ctx: Ctx, appid: string, wanted: ToTry): AsyncGenerator<Fate[]> {
  const tryChannels = await readyToTry(ctx, appid, wanted.channels)
  await openPlanned(ctx, wanted)
  for (;;) {
    const planned = await nextPlanned(ctx)
    if (planned.length === 0) return
    const ends = await endsOf(ctx, planned, tryChannels)
    yield planned.map(({ householdId, openFen }) => ({
      householdId,
      openFen,
      ...(ends.get(householdId) ?? heldOut),
    }))
  }
}

const heldOut: End = { ends: 'held out', channel: null, why: null, reads: [] }

interface Planned extends AtTheGate {
  readonly heldOut: boolean
  readonly openFen: Fen
}

/** Begins to read first messages, as planning would make them. */
async function openPlanned(
  { tx, community, today, now }: Ctx,
  { segment, channels, holdOutPercent, campaignId }: ToTry,
): Promise<void> {
  await tx.run`
    declare planned no scroll cursor for
    select household_id as delivery_id, 0 as notice_id, household_id, 'reminder' as kind, null::bigint as campaign_id,
           'running' as campaign_state, null::reminder_rule_kind as rule, false as opened, charge_ids, '{"about": "charges", "beforeDue": false}'::jsonb as subject,
           false as owner_only, ${lastMoment(now)}::timestamptz as not_after, ${channels[0]} as channel, ${channels}::text[] as channels,
           0 as tries, is_held_out(${campaignId ?? draft}, household_id, ${holdOutPercent})
             or is_left_for_comparison(${community}, household_id, ${comparedSince(now)}) as held_out, open_fen
      from homes_of_segment(${community}, ${today}, ${JSON.stringify(segment)}, 0, null)
     order by household_id`
}

/** The next of them: as many as are held in memory. */
const nextPlanned = ({ tx }: Ctx): Promise<Planned[]> => tx.rows<Planned>`fetch 1000 from planned`

/** A campaign that is not stored yet holds out as many, but others. */
const draft = 0

async function endsOf(
  ctx: Ctx,
  planned: readonly Planned[],
  tryChannels: Awaited<ReturnType<typeof readyToTry>>,
): Promise<ReadonlyMap<HouseholdId, End>> {
  const reminded = planned.filter((home) => !home.heldOut)
  const ends = new Map<HouseholdId, End>()
  const answers = await askTheGate(ctx, reminded, firstHour)
  for (const answer of answers) {
    if (answer.kind === 'stay')
      ends.set(answer.at.householdId, { ends: 'left out', channel: null, why: answer.why, reads: [] })
  }
  const tried = await tryChannels(answers.filter((answer) => answer.kind === 'go'))
  for (const [householdId, end] of tried) ends.set(householdId, end)
  return ends
}
