import type { Ctx } from '../../platform/context.ts'

/**
 * What rules queued and nobody sent in its time ends: a letter that nobody printed, a message on a channel that stayed paused.
 * Answers how many there were.
 */
export function leaveOutTooLate({ tx, community, now }: Ctx): Promise<number> {
  return tx.run`
    with late as (
      select d.id from delivery d join notice n on (n.community_id, n.id) = (d.community_id, d.notice_id)
       where d.community_id = ${community} and d.state = 'waiting' and d.lane = 0 and n.not_after < ${now}
       order by d.id for update of d skip locked
    )
    update delivery d set state = 'left_out', why = 'too_late', ended_at = ${now}
      from late where d.community_id = ${community} and d.id = late.id`
}
