import { type NoticeKind, noticeKinds } from '@anjiao/shared/notice-life'
import { type FoundWaiting, type Waiting, waitingFor, waitingMax } from '../../community/index.ts'
import type { Ctx } from '../../platform/context.ts'
import type { StaffRole } from '../../platform/database-types.ts'

/** Who reads complaints about reminders, and answers them: it may be about who is at the desk. */
export const complaintRoles: readonly StaffRole[] = ['manager']

/** As much of a complaint as a queue shows. */
const shownMost = 30

/** Complaints about reminders that wait for an answer, the most urgent first, for whoever answers them; for others none. */
export async function waitingComplaints({ tx, community, actor }: Ctx): Promise<Waiting[]> {
  if (actor.kind !== 'staff' || !actor.roles.some((role) => complaintRoles.includes(role))) return []
  const waiting = await tx.rows<FoundWaiting & { kind: NoticeKind; text: string }>`
    select c.id, c.household_id, home.room_name, home.owner_masked, n.kind,
           case when length(c.text) > ${shownMost} then left(c.text, ${shownMost}) || '…' else c.text end as text, null as amount_fen,
           c.asked_at, c.reply_by
      from reminder_complaint c
      join notice n on (n.community_id, n.id) = (c.community_id, c.notice_id)
      join home_name home on (home.community_id, home.household_id) = (c.community_id, c.household_id)
     where c.community_id = ${community} and c.answered_at is null
     order by c.reply_by, c.id limit ${waitingMax}`
  return waiting.map((found) =>
    waitingFor('complaint', `${noticeKinds[found.kind].label}：${found.text}`, found),
  )
}
