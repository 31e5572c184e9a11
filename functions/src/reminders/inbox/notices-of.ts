import type { Notice } from '@anjiao/shared/contract/notices'
import type { HouseholdId, NoticeId } from '@anjiao/shared/ids'
import { isToldWhy } from '../../identity/index.ts'
import type { Ctx } from '../../platform/context.ts'

const pageSize = 20

interface StoredNotice extends Omit<Notice, 'toldAt' | 'openedAt'> {
  readonly toldAt: Date
  readonly openedAt: Date | null
}

/**
 * What a home was told, newest first, a page at a time, and how much of it is unread: never opened, or answered since. What is about
 * what its owner asked for, to the owner alone.
 */
export async function noticesOf(
  ctx: Ctx,
  householdId: HouseholdId,
  before: NoticeId | null = null,
): Promise<{ notices: Notice[]; unopened: number; next: NoticeId | null }> {
  const found = await stored(ctx, householdId, { before, most: pageSize + 1 })
  const { unopened } = await ctx.tx.one<{ unopened: number }>`
    select count(*) as unopened from notice
     where (community_id, household_id) = (${ctx.community}, ${householdId}) and told_at is not null
       and (opened_at is null or exists (
             select from reminder_complaint c
              where (c.community_id, c.notice_id) = (notice.community_id, notice.id)
                and c.answered_at is not null and c.answer_read_at is null))
       and (${isToldWhy(ctx.actor)} or not owner_only)`
  const notices = found.slice(0, pageSize)
  return { notices, unopened, next: found.length > pageSize ? (notices.at(-1)?.id ?? null) : null }
}

/** One of them; undefined: this home was told nothing of the kind, or it is not for whoever asks. */
export async function noticeOf(
  ctx: Ctx,
  householdId: HouseholdId,
  noticeId: NoticeId,
): Promise<Notice | undefined> {
  const [notice] = await stored(ctx, householdId, { noticeId, most: 1 })
  return notice
}

async function stored(
  { tx, community, actor }: Ctx,
  householdId: HouseholdId,
  which: { before?: NoticeId | null; noticeId?: NoticeId; most: number },
): Promise<Notice[]> {
  const found = await tx.rows<StoredNotice>`
    select n.id, n.kind, n.words, n.told_at, n.opened_at,
           (select json_build_object('text', text, 'answer', answer, 'replyBy', reply_by,
                                     'isNews', answered_at is not null and answer_read_at is null)
              from reminder_complaint c where (c.community_id, c.notice_id) = (n.community_id, n.id)) as complaint
      from notice n
     where (n.community_id, n.household_id) = (${community}, ${householdId}) and n.told_at is not null
       and (${isToldWhy(actor)} or not n.owner_only)
       and (${which.before ?? null}::bigint is null or n.id < ${which.before ?? null})
       and (${which.noticeId ?? null}::bigint is null or n.id = ${which.noticeId ?? null})
     order by n.id desc limit ${which.most}`
  return found.map(({ toldAt, openedAt, ...notice }) => ({
    ...notice,
    toldAt: toldAt.toISOString(),
    openedAt: openedAt?.toISOString() ?? null,
  }))
}
