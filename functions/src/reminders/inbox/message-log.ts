import type { Delivery, LoggedNotice } from '@anjiao/shared/contract/notices'
import type { DeliveryId, HouseholdId, NoticeId } from '@anjiao/shared/ids'
import { logMost } from '@anjiao/shared/notice-limits'
import type { ReminderRule } from '@anjiao/shared/reminder-rules'
import { reminderRules } from '@anjiao/shared/reminder-rules'
import { isToldWhy } from '../../identity/index.ts'
import type { Ctx } from '../../platform/context.ts'

interface Stored extends Omit<LoggedNotice, 'from' | 'madeAt' | 'openedAt' | 'deliveries'> {
  readonly campaign: string | null
  readonly rule: ReminderRule | null
  readonly madeAt: Date
  readonly openedAt: Date | null
  readonly deliveries: readonly Delivery[]
}

/** 消息记录. Which notices are shown: of a home, those whose fate is not known, or by id. */
export interface Which {
  readonly householdId?: HouseholdId
  /** Only older ones than this. */
  readonly before?: NoticeId
  readonly isUnknown?: true
  readonly deliveryId?: DeliveryId
  readonly noticeIds?: readonly NoticeId[]
}

/**
 * Notices with every attempt at them and what proves that they arrived, at most `logMost`: of a home the newest, of those whose fate
 * is not known the oldest. To whom they went is masked; what is about what an owner asked for, only those see who answer.
 */
export async function messageLog({ tx, community, actor }: Ctx, which: Which): Promise<LoggedNotice[]> {
  const { householdId = null, before = null, isUnknown = false, deliveryId = null, noticeIds = null } = which
  const found = await tx.rows<Stored>`
    select n.id, n.household_id, home.room_name, home.owner_masked, n.kind, n.words, p.name as campaign, n.rule, n.made_at,
           n.opened_at, attempts.deliveries
      from notice n
      join home_name home on (home.community_id, home.household_id) = (n.community_id, n.household_id)
      left join campaign p on (p.community_id, p.id) = (n.community_id, n.campaign_id)
     cross join lateral (
       select json_agg(json_build_object(
                'id', d.id, 'channel', d.channel, 'state', d.state, 'why', d.why, 'outcome', d.outcome, 'sentAt', d.sent_at,
                'to', case d.channel when 'sms' then coalesce(masked_phone(d.sent_to), '') else '' end,
                'proofs', (select coalesce(json_agg(json_build_object(
                              'proof', e.proof, 'at', e.at, 'note', e.note, 'corrected', e.corrected) order by e.at, e.id), '[]')
                             from proofs_noted(${community}) e where e.delivery_id = d.id))
                order by d.id) as deliveries
         from delivery d where (d.community_id, d.notice_id) = (n.community_id, n.id)) as attempts
     where n.community_id = ${community} and (${isToldWhy(actor)} or not n.owner_only)
       and (${householdId}::bigint is null or n.household_id = ${householdId})
       and (${before}::bigint is null or n.id < ${before})
       and (${noticeIds}::bigint[] is null or n.id = any(${noticeIds}::bigint[]))
       and (${deliveryId}::bigint is null
            or n.id = (select notice_id from delivery where (community_id, id) = (${community}, ${deliveryId})))
       and (not ${isUnknown} or exists (select from delivery d
              where (d.community_id, d.notice_id) = (n.community_id, n.id) and d.state = 'unknown'))
     order by case when ${isUnknown} then n.id else -n.id end limit ${logMost}`
  return found.map(({ campaign, rule, madeAt, openedAt, ...notice }) => ({
    ...notice,
    from: campaign ?? (rule ? reminderRules[rule].label : ''),
    madeAt: madeAt.toISOString(),
    openedAt: openedAt?.toISOString() ?? null,
    deliveries: [...notice.deliveries],
  }))
}

/** How many notices there are of which nobody knows whether they arrived. */
export async function countUnknown({ tx, community }: Ctx): Promise<number> {
  const { unknown } = await tx.one<{ unknown: number }>`
    select count(distinct notice_id) as unknown from delivery where community_id = ${community} and state = 'unknown'`
  return unknown
}

/** The message log of a home, newest first, a slice at a time: all of it may be needed one day to show that a claim was kept alive. */
export async function homeLog(
  ctx: Ctx,
  householdId: HouseholdId,
  before: NoticeId | undefined,
): Promise<{ notices: LoggedNotice[]; next: NoticeId | null }> {
  const notices = await messageLog(ctx, { householdId, ...(before !== undefined && { before }) })
  return { notices, next: notices.length === logMost ? (notices.at(-1)?.id ?? null) : null }
}
