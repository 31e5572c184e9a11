import { usualHours } from '@anjiao/shared/notice-limits'
import { actorName, type Ctx } from '../../platform/context.ts'

/**
 * Forgets what was said of how to reach a home (个人信息保护法 47): all of it where the home has passed to another owner, what a
 * person said where that person is linked to it no more as owner or family. Every night, for a home passes by the calendar, and
 * people leave it in more ways than one. That nobody is to be contacted stays; what staff wrote beside it goes with the owner.
 * Answers how many homes.
 */
export function forgetWishes({ tx, community, today, now, actor }: Ctx): Promise<number> {
  return tx.run`
    update contact_wish w
       set written_only = false, from_hour = ${usualHours.from}, to_hour = ${usualHours.to}, address = '', wished_by = null,
           stop_note = case when h.to_date < ${today} then '' else w.stop_note end, changed_at = ${now},
           changed_by = ${actorName(actor)}
      from household h
     where w.community_id = ${community} and (h.community_id, h.id) = (w.community_id, w.household_id)
       and case when h.to_date < ${today}
                then w.wished_by is not null or w.stop_note <> '' or w.address <> '' or w.written_only
                     or (w.from_hour, w.to_hour) <> (${usualHours.from}, ${usualHours.to})
                else w.wished_by like 'person:%'
                     and not exists (select from membership m
                                      where (m.community_id, m.household_id) = (w.community_id, w.household_id)
                                        and m.relation in ('owner', 'family') and 'person:' || m.person_id = w.wished_by) end`
}
