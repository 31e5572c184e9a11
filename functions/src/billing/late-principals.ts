import type { BusinessDate } from '@anjiao/shared/calendar'
import type { ChargeId, HouseholdId, RoomId } from '@anjiao/shared/ids'
import type { Fen } from '@anjiao/shared/money'
import type { Ctx } from '../platform/context.ts'
import type { Principal } from './late-fee.ts'

/** A charge that was late, its clause, and what was posted for it before. */
export interface LatePrincipal extends Principal {
  readonly id: ChargeId
  readonly householdId: HouseholdId
  readonly roomId: RoomId
  readonly clause: string
  readonly dailyPpm: number
  readonly afterDays: number
  /** Waived late fees count as posted: what was waived stays waived. One taken back as wrong does not. */
  readonly postedFen: Fen
  readonly postedTo: BusinessDate | null
}

/** The event of a late fee that is taken back because its principal turned out to have been paid earlier. */
export const takenBack = 'late_fee_taken_back'

/**
 * The charges of some households for which a late fee may have to be posted as of a day: late by the clause of the
 * contract that held when they began, and either still open, or settled late since the last fee was
 * posted, or settled on an earlier day than that fee knew of. What the
 * books did not hold yet (a roll brought in later) bears nothing for the time before; a late fee of the past
 * that it brought in bears nothing at all. A hold counts from the day after it began: that day began without it.
 */
export function latePrincipals(
  { tx, community }: Ctx,
  householdIds: readonly HouseholdId[],
  asOf: BusinessDate,
): Promise<LatePrincipal[]> {
  return tx.rows<LatePrincipal>`
    select c.id, c.household_id, c.room_id, c.due_date, k.clause, k.daily_ppm, k.after_days,
           coalesce(posted.fen, 0)::bigint as posted_fen, posted.to_date as posted_to, past.history,
           coalesce(held.days, '[]') as paused
      from charge c
      join fee_item i on (i.community_id, i.id) = (c.community_id, c.fee_item_id) and i.kind = 'service'
      cross join lateral (
        select late_fee_clause as clause, late_fee_daily_ppm as daily_ppm, late_fee_after_days as after_days
          from service_contract
         where community_id = ${community} and from_date <= c.from_date and (ended_on is null or ended_on >= c.from_date)
         order by from_date desc, id desc limit 1) as k
      left join lateral (
        select sum(f.amount_fen) as fen, max(f.to_date) as to_date, max(f.entry_id) as entry_id
          from charge f left join entry e on (e.community_id, e.id) = (f.community_id, f.cancelled_by)
         where (f.community_id, f.principal_id) = (c.community_id, c.id)
           and (e.id is null or e.source <> ${takenBack} || ':' || f.id)) as posted on true
      cross join lateral (
        select json_agg(json_build_object('date', business_date, 'openFen', open_fen) order by business_date) as history,
               max(business_date) as last_moved,
               bool_or(last_entry > posted.entry_id and business_date < posted.to_date) as came_late
          from (select e.business_date, max(e.id) as last_entry, sum(sum(p.amount_fen)) over (order by e.business_date) as open_fen
                  from posting p join entry e on (e.community_id, e.id) = (p.community_id, p.entry_id)
                 where (p.community_id, p.charge_id) = (c.community_id, c.id) and p.account = 'receivable'
                 group by e.business_date) as day) as past
      cross join lateral (
        select json_agg(json_build_object('from', lower(days) + 1, 'to', case when not upper_inf(days) then upper(days) - 1 end)
                        order by days) as days
          from (select unnest(range_agg(daterange(from_date, to_date, '[]'))) as days from charge_hold
                 where (community_id, charge_id) = (c.community_id, c.id)) as without_a_gap
         where upper_inf(days) or upper(days) - lower(days) > 1) as held
     where c.community_id = ${community} and c.household_id = any(${householdIds}::bigint[])
       and c.origin <> 'late_fee' and c.cancelled_by is null
       and k.clause is not null and c.due_date + k.after_days < ${asOf}::date
       and (posted.to_date is null or posted.to_date < ${asOf}::date)
       and (c.settled_fen < c.amount_fen
            or past.last_moved > greatest(c.due_date + k.after_days, posted.to_date) or past.came_late)
     order by c.id`
}
