import { addDays } from '@anjiao/shared/calendar'
import type { Notice } from '@anjiao/shared/contract/notices'
import type { HouseholdId, NoticeId, PersonId } from '@anjiao/shared/ids'
import { asksForMoney } from '@anjiao/shared/notice-life'
import { complaintReplyDays } from '@anjiao/shared/notice-limits'
import type { Ctx } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'
import { noticeOf } from './notices-of.ts'

/**
 * 对提醒的意见. Somebody of the home says what is wrong with a reminder. A manager answers within ten days, and until then
 * nobody asks this home for money. Refused as `not-found`, as `no-demand` where it asks for nothing (a receipt, an answer), and as
 * `already-complained` where this notice has one.
 */
export async function complain(
  ctx: Ctx,
  {
    householdId,
    noticeId,
    by,
    text,
  }: { householdId: HouseholdId; noticeId: NoticeId; by: PersonId; text: string },
): Promise<Notice> {
  const told = await noticeOf(ctx, householdId, noticeId)
  if (!told) throw new Refusal('not-found')
  if (!asksForMoney(told.kind)) throw new Refusal('no-demand')
  const { tx, community, now, today } = ctx
  const made = await tx.run`
    insert into reminder_complaint (community_id, household_id, notice_id, asked_by, text, asked_at, reply_by)
    values (${community}, ${householdId}, ${noticeId}, ${by}, ${text.trim()}, ${now}, ${addDays(today, complaintReplyDays)})
    on conflict (community_id, notice_id) do nothing`
  if (made === 0) throw new Refusal('already-complained')
  const notice = await noticeOf(ctx, householdId, noticeId)
  if (!notice) throw new Refusal('not-found')
  return notice
}
