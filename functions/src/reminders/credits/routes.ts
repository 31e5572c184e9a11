import type { Subscription, subscriptionsApi } from '@anjiao/shared/contract/subscriptions'
import type { CommunityId } from '@anjiao/shared/ids'
import { asStaff } from '../../identity/index.ts'
import { type Ctx, inCommunity, type World } from '../../platform/context.ts'
import type { Caller, Routes } from '../../platform/http/routes.ts'
import { Refusal } from '../../platform/refusal.ts'
import { lookingRoles } from '../who-reminds.ts'
import { reachByBuilding } from './reach-by-building.ts'
import { subscriptionsOf } from './subscriptions-of.ts'
import { takeInPhoneAnswers } from './take-in-phone-answers.ts'
import { type Askable, whichToAsk } from './which-to-ask.ts'

export const subscriptionsRoutes: Routes<typeof subscriptionsApi> = {
  'GET /v1/communities/:communityId/subscriptions': ({ world, caller, params, query }) =>
    asReader(world, caller, params.communityId, { ask: [], subscriptions: [] }, async (ctx) => {
      const subscriptions = await subscriptionsOf(ctx, caller)
      return { ask: whichToAsk(query.moment, subscriptions), subscriptions: subscriptions.map(shown) }
    }),

  'POST /v1/communities/:communityId/subscriptions': ({ world, caller, params, body }) =>
    asReader(world, caller, params.communityId, [], async (ctx) => {
      await takeInPhoneAnswers(ctx, caller, body.answers)
      return (await subscriptionsOf(ctx, caller)).map(shown)
    }),

  'GET /v1/staff/communities/:communityId/reach': ({ world, caller, params }) =>
    asStaff(world, caller, params.communityId, lookingRoles, (ctx) =>
      reachByBuilding(ctx, world.settings.appid),
    ),
}

const shown = ({ title: _, refusedLately: __, ...subscription }: Askable): Subscription => subscription

/** Does something for somebody whom this community may write to: an owner, or linked family. A tenant is never written to. */
function asReader<T>(
  world: World,
  caller: Caller,
  community: CommunityId,
  forTenants: T,
  work: (ctx: Ctx) => Promise<T>,
): Promise<T> {
  return inCommunity(world, community, { kind: 'person', personId: caller.personId }, async (ctx) => {
    const { isReader } = await ctx.tx.one<{ isReader: boolean | null }>`
      select bool_or(relation <> 'tenant') as is_reader from membership
       where (community_id, person_id) = (${community}, ${caller.personId})`
    if (isReader === null) throw new Refusal('not-found')
    return isReader ? work(ctx) : forTenants
  })
}
