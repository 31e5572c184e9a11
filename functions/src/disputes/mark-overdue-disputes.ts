import type { BusinessDate } from '@anjiao/shared/calendar'
import type { CommunityId, DisputeId, HouseholdId } from '@anjiao/shared/ids'
import { asSystem, type Ctx, inCommunity, type World } from '../platform/context.ts'
import { recordOverdue } from '../platform/domain-events.ts'
import { lockHomeOf } from './lock-dispute.ts'

const actor = { kind: 'system', task: 'disputes' } as const

/**
 * Brings every dispute that was not answered in time before the manager, once, until all are or the time is up. Called
 * every hour; answers how many it brought.
 */
export async function markOverdueDisputes(world: World, deadline: Date): Promise<number> {
  const communities = await asSystem(
    world,
    actor.task,
    ({ tx }) => tx.rows<{ id: CommunityId }>`select id from community order by id`,
  )
  let marked = 0
  for (const { id: communityId } of communities) {
    for (const disputeId of await inCommunity(world, communityId, actor, overdueDisputes)) {
      if (world.clock.now() >= deadline) return marked
      marked += await inCommunity(world, communityId, actor, (ctx) => markOverdue(ctx, disputeId))
    }
  }
  return marked
}

async function overdueDisputes({ tx, community, today }: Ctx): Promise<DisputeId[]> {
  const overdue = await tx.rows<{ id: DisputeId }>`
    select id from dispute
     where (community_id, state) = (${community}, 'open') and reply_by < ${today} and overdue_at is null order by id`
  return overdue.map(({ id }) => id)
}

/** Answers 0 when it was answered or marked meanwhile. */
async function markOverdue(ctx: Ctx, disputeId: DisputeId): Promise<number> {
  await lockHomeOf(ctx, disputeId)
  const marked = await ctx.tx.maybe<{ householdId: HouseholdId; replyBy: BusinessDate }>`
    update dispute set overdue_at = ${ctx.now}
     where (community_id, id, state) = (${ctx.community}, ${disputeId}, 'open') and overdue_at is null
    returning household_id, reply_by`
  if (!marked) return 0
  await recordOverdue(ctx, { ...marked, matter: 'dispute', id: disputeId })
  return 1
}
