import type { Notice } from '@anjiao/shared/contract/notices'
import type { HouseholdId, NoticeId, PersonId } from '@anjiao/shared/ids'
import type { Ctx } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'
import { noticeOf } from './notices-of.ts'

/**
 * Somebody of the home has opened a notice: once written down, it proves that it arrived (诉讼时效规定 8), by whatever channel it
 * came. With it the answer to a complaint about it has been read. Refused as `not-found` for what this home was not told, or is not for whoever asks.
 */
export async function openNotice(
  ctx: Ctx,
  householdId: HouseholdId,
  noticeId: NoticeId,
  by: PersonId,
): Promise<Notice> {
  const notice = await noticeOf(ctx, householdId, noticeId)
  if (!notice) throw new Refusal('not-found')
  const { tx, community, now } = ctx
  await tx.run`
    update reminder_complaint set answer_read_at = ${now}
     where (community_id, notice_id) = (${community}, ${noticeId}) and answered_at is not null and answer_read_at is null`
  const read = { ...notice, complaint: notice.complaint && { ...notice.complaint, isNews: false } }
  if (notice.openedAt !== null) return read
  const first = await tx.run`
    update notice set opened_at = ${now}, opened_by = ${by}
     where (community_id, id) = (${community}, ${noticeId}) and opened_at is null`
  if (first > 0) {
    await tx.run`
      insert into delivery_evidence (community_id, delivery_id, proof, at, told_by)
      select community_id, id, 'opened', ${now}, 'person:' || ${by}::text
        from delivery where (community_id, notice_id) = (${community}, ${noticeId}) and state in ('sent', 'delivered', 'unknown')
      on conflict do nothing`
  }
  return { ...read, openedAt: now.toISOString() }
}
