import type { Complaint } from '@anjiao/shared/contract/notices'
import type { HouseholdId, NoticeId, PersonId, ReminderComplaintId } from '@anjiao/shared/ids'
import { complaintsShownMost } from '@anjiao/shared/notice-limits'
import { refuseOwnRequest } from '../../identity/index.ts'
import { logAction } from '../../platform/audit-log.ts'
import type { Ctx } from '../../platform/context.ts'
import { recordEvent } from '../../platform/domain-events.ts'
import { Refusal } from '../../platform/refusal.ts'
import { messageLog } from './message-log.ts'

interface Stored extends Omit<Complaint, 'notice' | 'askedAt'> {
  readonly noticeId: NoticeId
  readonly askedAt: Date
}

/** Complaints about reminders, those that wait for an answer first, the most urgent of them first. */
export async function complaints(ctx: Ctx, only: ReminderComplaintId | null = null): Promise<Complaint[]> {
  const found = await ctx.tx.rows<Stored>`
    select id, notice_id, text, asked_at, case when answered_at is null then reply_by end as reply_by, answer
      from reminder_complaint
     where community_id = ${ctx.community} and (${only}::bigint is null or id = ${only})
     order by answered_at is not null, reply_by, id desc limit ${complaintsShownMost}`
  const notices = await messageLog(ctx, { noticeIds: found.map(({ noticeId }) => noticeId) })
  const noticeOf = new Map(notices.map((notice) => [notice.id, notice]))
  return found.flatMap(({ noticeId, askedAt, ...complaint }) => {
    const notice = noticeOf.get(noticeId)
    return notice ? [{ ...complaint, notice, askedAt: askedAt.toISOString() }] : []
  })
}

/**
 * Answers a complaint, and has the home told; from now on it may be asked for money again. Refused as `not-found`, `complaint-answered`, and as
 * `own-application` to whoever complained or belongs to the home.
 */
export async function answerComplaint(
  ctx: Ctx,
  complaintId: ReminderComplaintId,
  by: PersonId,
  answer: string,
): Promise<Complaint> {
  const { tx, community, now } = ctx
  const asked = await tx.maybe<{
    householdId: HouseholdId
    noticeId: NoticeId
    askedBy: PersonId
    answered: boolean
  }>`
    select household_id, notice_id, asked_by, answered_at is not null as answered from reminder_complaint
     where (community_id, id) = (${community}, ${complaintId}) for update`
  if (!asked) throw new Refusal('not-found')
  if (asked.answered) throw new Refusal('complaint-answered')
  await refuseOwnRequest(ctx, asked, by)
  await tx.run`
    update reminder_complaint set answer = ${answer.trim()}, answered_at = ${now}, answered_by = ${by}
     where (community_id, id) = (${community}, ${complaintId})`
  const { householdId, noticeId } = asked
  await recordEvent(ctx, {
    kind: 'complaint-answered',
    key: `complaint:${complaintId}:answered`,
    householdId,
    payload: { noticeId },
  })
  await logAction(ctx, 'complaint-answered', `complaint:${complaintId}`)
  const [complaint] = await complaints(ctx, complaintId)
  if (!complaint) throw new Refusal('not-found')
  return complaint
}
