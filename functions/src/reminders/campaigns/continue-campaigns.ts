import type { CampaignId, CommunityId } from '@anjiao/shared/ids'
import { campaignDays } from '@anjiao/shared/notice-limits'
import { type Ctx, inCommunity, type World } from '../../platform/context.ts'
import { inEveryCommunity } from '../../platform/in-every-community.ts'
import { moveCampaign } from './move-campaign.ts'
import { lastMoment, planSlice } from './plan-campaign.ts'
import { beginCampaign, stopWaiting } from './run-campaign.ts'
import { lockCampaign, type StoredCampaign } from './stored-campaign.ts'

const actor = { kind: 'system', task: 'campaigns' } as const

/**
 * Every minute: lets campaigns begin whose time has come, plans those that have begun, and ends those of which nothing waits any
 * more; in every community, until all is done or the time is up. It may be called twice, and stopped anywhere. Answers how many
 * slices it planned, and how often a campaign moved.
 */
export const continueCampaigns = (world: World, deadline: Date): Promise<number> =>
  inEveryCommunity(world, actor.task, async (community, attempt) => {
    if (world.clock.now() >= deadline) return 0
    let done = 0
    for (const id of await inCommunity(world, community, actor, toContinue))
      done += await attempt({ campaign: id }, () => continueCampaign(world, community, id, deadline))
    return done
  })

/** A message that came back later than this moves no campaign any more. */
const daysBack = 2 * campaignDays

async function toContinue({ tx, community, now }: Ctx): Promise<CampaignId[]> {
  const campaigns = await tx.rows<{ id: CampaignId }>`
    select c.id from campaign c
     where c.community_id = ${community}
       and (c.state = 'running' or c.state = 'approved' and coalesce(c.starts_at <= ${now}, true)
            or c.ended_at > ${now}::timestamptz - make_interval(days => ${daysBack})
               and exists (select from delivery d
                            where (d.community_id, d.lane) = (c.community_id, c.id) and d.state = 'waiting'))
     order by c.id`
  return campaigns.map(({ id }) => id)
}

async function continueCampaign(
  world: World,
  community: CommunityId,
  id: CampaignId,
  deadline: Date,
): Promise<number> {
  const within = <T>(work: (ctx: Ctx) => Promise<T>) => inCommunity(world, community, actor, work)
  let done = await within((ctx) => attend(ctx, id))
  for (let isMore = true; isMore && world.clock.now() < deadline; done++)
    isMore = await within((ctx) => planSlice(ctx, id))
  return done + (await within((ctx) => finish(ctx, id)))
}

/** What the time, or what came back, has brought to a campaign. */
async function attend(ctx: Ctx, id: CampaignId): Promise<number> {
  const campaign = await lockCampaign(ctx, id)
  switch (campaign.state) {
    case 'approved':
      if (campaign.startsAt !== null && campaign.startsAt > ctx.now) return 0
      await beginCampaign(ctx, campaign)
      return 1
    case 'done':
      if (!(await isAnyUnderWay(ctx, id))) return 0
      await moveCampaign(ctx, campaign, 'go_on')
      return 1
    case 'stopped':
      return stopWaiting(ctx, id)
    default:
      return 0
  }
}

/** A campaign is done when all its messages are. */
async function finish(ctx: Ctx, id: CampaignId): Promise<number> {
  const campaign = await lockCampaign(ctx, id)
  if (campaign.state !== 'running' || campaign.plannedAt === null) return 0
  await leaveOutWhatIsTooLate(ctx, campaign)
  if (await isAnyUnderWay(ctx, id)) return 0
  await moveCampaign(ctx, campaign, 'finish')
  return 1
}

/** A letter that nobody printed, a message on a channel that never opened. */
async function leaveOutWhatIsTooLate(
  { tx, community, now }: Ctx,
  { id, startedAt }: StoredCampaign,
): Promise<void> {
  if (startedAt === null || now <= lastMoment(startedAt)) return
  await tx.run`
    update delivery set state = 'left_out', why = 'too_late', ended_at = ${now}
     where (community_id, lane) = (${community}, ${id}) and state = 'waiting'`
}

async function isAnyUnderWay({ tx, community }: Ctx, id: CampaignId): Promise<boolean> {
  const { underWay } = await tx.one<{ underWay: boolean }>`
    select exists (select from delivery where (community_id, lane) = (${community}, ${id}) and state = 'waiting')
        or exists (select from delivery where (community_id, lane) = (${community}, ${id}) and state = 'sending') as under_way`
  return underWay
}
