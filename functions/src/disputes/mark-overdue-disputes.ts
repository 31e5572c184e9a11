import type { BusinessDate } from '@anjiao/shared/calendar'
import type { DisputeId, HouseholdId } from '@anjiao/shared/ids'
import { lockHome } from '../community/index.ts'
import type { Ctx, World } from '../platform/context.ts'
import { recordOverdue } from '../platform/domain-events.ts'
import { attendInEveryCommunity } from '../platform/in-every-community.ts'

/**
 * Brings every dispute that was not answered in time before the manager, once, until all are or the time is up. Called
 * every hour; answers how many it looked at.
 */
export const markOverdueDisputes = (world: World, deadline: Date): Promise<number> =>
  attendInEveryCommunity(world, deadline, { task: 'disputes', due: overdueDisputes, attend: markOverdue })

interface OverdueDispute {
  readonly id: DisputeId
  readonly householdId: HouseholdId
  readonly replyBy: BusinessDate
}

const overdueDisputes = ({ tx, community, today }: Ctx, above: number, most: number) =>
  tx.rows<OverdueDispute>`
    select id, household_id, reply_by from dispute
     where (community_id, state) = (${community}, 'open') and reply_by < ${today} and overdue_at is null and id > ${above}
     order by id limit ${most}`

async function markOverdue(ctx: Ctx, dispute: OverdueDispute): Promise<void> {
  await lockHome(ctx, dispute.householdId)
  const marked = await ctx.tx.run`
    update dispute set overdue_at = ${ctx.now}
     where (community_id, id, state) = (${ctx.community}, ${dispute.id}, 'open') and overdue_at is null`
  if (marked > 0) await recordOverdue(ctx, { matter: 'dispute', ...dispute })
}
