import type { Counter } from '@anjiao/shared/contract/counter'
import type { PersonId } from '@anjiao/shared/ids'
import type { Ctx } from '../platform/context.ts'
import { clerkRoles } from './clerk-roles.ts'
import { placesOf } from './places.ts'
import { unfinishedSessions } from './session-view.ts'

/** The counter as a member of staff finds it. */
export async function counterFor(ctx: Ctx, personId: PersonId): Promise<Counter> {
  const unfinished = await unfinishedSessions(ctx)
  const handed = await ctx.tx.rows<{ id: number }>`
    select id from till_session
     where (community_id, hand_to) = (${ctx.community}, ${personId}) and closed_at is null`
  const handedIds = new Set(handed.map(({ id }) => id))
  return {
    today: ctx.today,
    places: await placesOf(ctx),
    clerks: await ctx.tx.rows`
      select person_id, name from staff
       where community_id = ${ctx.community} and roles && ${clerkRoles}::text[]::staff_role[] order by name, person_id`,
    own: unfinished.find(({ state, clerkId }) => state === 'open' && clerkId === personId) ?? null,
    handedToYou: unfinished.filter(({ id, takenOver }) => handedIds.has(id) && !takenOver),
    toConfirm: unfinished.filter(({ state }) => state === 'counted'),
  }
}
