import { addDays, startOfDay } from '@anjiao/shared/calendar'
import type { HouseholdId, NoticeId } from '@anjiao/shared/ids'
import { usualHours } from '@anjiao/shared/notice-limits'
import type { Ctx } from '../../platform/context.ts'
import type { HomeFacts } from './why-not-send.ts'

/** A home at the gate, by what the company knows of it, and what goes into the words. */
export interface Home extends HomeFacts {
  readonly householdId: HouseholdId
  readonly community: string
  readonly room: string
  /** How it is addressed. */
  readonly address: string
  readonly hotline: string
  /** The first number on the roll; null: none. */
  readonly phone: string | null
}

/**
 * What decides whether homes may be written to, by home. How often they were asked is counted by what went out, and without
 * the notice that is at the gate itself.
 */
export async function homeFacts(
  { tx, community, today }: Ctx,
  waiting: readonly { readonly householdId: HouseholdId; readonly noticeId: NoticeId }[],
): Promise<ReadonlyMap<HouseholdId, Home>> {
  const homes = await tx.rows<Home>`
    select h.id as household_id, m.name as community, home.room_name as room, y.hotline,
           coalesce(nullif(w.address, ''), left(h.owner_name, 1) || '先生/女士') as address, h.owner_phones[1] as phone,
           coalesce(h.to_date < ${today}, false) as transferred, w.stop,
           coalesce(w.from_hour, ${usualHours.from}) as from_hour, coalesce(w.to_hour, ${usualHours.to}) as to_hour,
           exists (select from reminder_complaint p
                    where (p.community_id, p.household_id) = (h.community_id, h.id) and p.answered_at is null) as complaint_open,
           contract.ended as contract_ended, asked.days as asked, asked.reminded_on
      from unnest(${waiting.map(({ householdId }) => householdId)}::bigint[],
                  ${waiting.map(({ noticeId }) => noticeId)}::bigint[]) as waiting (household_id, notice_id)
      join household h on (h.community_id, h.id) = (${community}, waiting.household_id)
      join home_name home on (home.community_id, home.household_id) = (h.community_id, h.id)
      join community m on m.id = h.community_id
      join company y on y.id = m.company_id
      left join contact_wish w on (w.community_id, w.household_id) = (h.community_id, h.id)
     cross join lateral (
       select count(*) > 0 and bool_and(coalesce(ended_on < ${today}, false)) as ended
         from service_contract where community_id = ${community} and from_date <= ${today}) as contract
     cross join lateral (
       select coalesce(array_agg(sent.day), '{}') as days, max(sent.day) filter (where sent.kind = 'reminder') as reminded_on
         from (select kind, (at at time zone 'Asia/Shanghai')::date as day
                 from homes_asked(${community})
                where household_id = h.id and at >= ${startOfDay(addDays(today, -30))} and notice_id <> waiting.notice_id) as sent)
           as asked`
  return new Map(homes.map((home) => [home.householdId, home]))
}
