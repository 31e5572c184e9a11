import type { ReliefApplicationId } from '@anjiao/shared/ids'
import type { Ctx, World } from '../platform/context.ts'
import { attendInEveryCommunity } from '../platform/in-every-community.ts'
import { bringReliefUpToDate, renewalDays } from './bring-relief-up-to-date.ts'

/**
 * Every hour: brings every application up to date for which the calendar or a new bill may have moved something, until none
 * is left or the time is up. Stopped anywhere, called twice or days late, it ends in the same. Answers how many it looked at.
 */
export const keepRelief = (world: World, deadline: Date): Promise<number> =>
  attendInEveryCommunity(world, deadline, {
    task: 'relief',
    due: applicationsToCheck,
    attend: (ctx, { id }) => bringReliefUpToDate(ctx, id),
  })

/** Those that wait too long, run out soon or have run out, and those with a bill that came since and is not relieved. */
function applicationsToCheck({ tx, community, today }: Ctx, above: number, most: number) {
  return tx.rows<{ id: ReliefApplicationId }>`
    select a.id from relief_application a
     where a.community_id = ${community} and a.id > ${above}
       and (a.reply_by < ${today} and not exists (
              select from domain_event e where (e.community_id, e.key)
                = (a.community_id, 'request-overdue:relief:' || a.id || ':' || a.reply_by))
            or a.send_by < ${today}
            or a.state = 'granted' and (coalesce(a.lasts_until, a.deferred_until) < ${today} or a.stopped_on is not null)
            or a.state = 'granted' and a.lasts_until - ${renewalDays}::integer <= ${today} and not exists (
              select from domain_event e where (e.community_id, e.key) = (a.community_id, 'relief-expiring:' || a.id))
            or a.state in ('granted', 'lapsed') and a.lasts_until is not null and a.stopped_on is null and exists (
              select from charge c
               where (c.community_id, c.household_id) = (a.community_id, a.household_id)
                 and c.from_date between a.granted_on and a.lasts_until and c.origin <> 'late_fee'
                 and c.settled_fen < c.amount_fen and c.cancelled_by is null
                 and not relief_stands_on(c.community_id, c.id)
                 and not exists (select from relief_application_charge g
                                  where (g.community_id, g.application_id, g.charge_id) = (a.community_id, a.id, c.id))))
     order by a.id limit ${most}`
}
