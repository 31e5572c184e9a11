import type { BusinessDate } from '@anjiao/shared/calendar'
import type { DeferralId, HouseholdId } from '@anjiao/shared/ids'
import type { Ctx, World } from '../../platform/context.ts'
import { recordOverdue } from '../../platform/domain-events.ts'
import { attendInEveryCommunity } from '../../platform/in-every-community.ts'

/** Brings every deferral that was not answered in time before the manager, once. Answers how many it looked at. */
export const markOverdueDeferrals = (world: World, deadline: Date): Promise<number> =>
  attendInEveryCommunity(world, deadline, {
    task: 'plans',
    due: overdueDeferrals,
    attend: (ctx, deferral) => recordOverdue(ctx, { matter: 'deferral', ...deferral }),
  })

const overdueDeferrals = ({ tx, community, today }: Ctx, above: number, most: number) =>
  tx.rows<{ id: DeferralId; householdId: HouseholdId; replyBy: BusinessDate }>`
    select id, household_id, reply_by from deferral d
     where (community_id, state) = (${community}, 'applied') and reply_by < ${today} and id > ${above}
       and not exists (select from domain_event e where (e.community_id, e.key)
                         = (d.community_id, 'request-overdue:deferral:' || d.id || ':' || d.reply_by))
     order by id limit ${most}`
