import type { HouseholdId } from '@anjiao/shared/ids'
import type { Channel, NoticeKind } from '@anjiao/shared/notice-life'
import type { ReminderRule } from '@anjiao/shared/reminder-rules'
import type { Ctx } from '../../platform/context.ts'
import type { NoticeSubject } from './notice-subject.ts'

/** What a rule has to tell one home, and when. */
export interface NewNotice {
  readonly householdId: HouseholdId
  /** Names the happening and its level: a home is told once. */
  readonly key: string
  readonly subject: NoticeSubject
  readonly notBefore: Date
  /** Later, it would say what is no longer so. */
  readonly notAfter: Date
}

interface From {
  readonly rule: ReminderRule
  readonly kind: NoticeKind
  readonly channels: readonly Channel[]
  readonly ownerOnly: boolean
}

/** Queues notices on their first channel. What a home is told already, or is queued for it, is queued no second time. */
export async function makeNotices(
  { tx, community, now }: Ctx,
  { rule, kind, channels, ownerOnly }: From,
  made: readonly NewNotice[],
): Promise<number> {
  if (made.length === 0) return 0
  return tx.run`
    with noticed as (
      insert into notice (community_id, household_id, kind, key, rule, subject, owner_only, channels, made_at, not_after)
      select ${community}, household_id, ${kind}::notice_kind, key, ${rule}::reminder_rule_kind, subject, ${ownerOnly},
             ${channels}::channel[], ${now}, not_after
        from unnest(${made.map(({ householdId }) => householdId)}::bigint[], ${made.map(({ key }) => key)}::text[],
                    ${made.map(({ subject }) => JSON.stringify(subject))}::jsonb[],
                    ${made.map(({ notAfter }) => notAfter)}::timestamptz[]) as made (household_id, key, subject, not_after)
      on conflict (community_id, household_id, key) do nothing
      returning id, household_id, key
    )
    insert into delivery (community_id, notice_id, household_id, channel, send_after)
    select ${community}, noticed.id, noticed.household_id, ${channels[0]}::channel, made.not_before
      from noticed
      join unnest(${made.map(({ householdId }) => householdId)}::bigint[], ${made.map(({ key }) => key)}::text[],
                  ${made.map(({ notBefore }) => notBefore)}::timestamptz[]) as made (household_id, key, not_before)
        on (made.household_id, made.key) = (noticed.household_id, noticed.key)`
}
