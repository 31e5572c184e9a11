import { addDays, type BusinessDate, startOfDay } from '@anjiao/shared/calendar'
import type { HouseholdId, PlanId } from '@anjiao/shared/ids'
import { ruleCatchUpDays } from '@anjiao/shared/notice-limits'
import type { ReminderRule } from '@anjiao/shared/reminder-rules'
import type { Ctx } from '../../platform/context.ts'
import type { DomainEventKind } from '../../platform/domain-events.ts'
import { answers } from '../notices/answers.ts'
import { makeNotices, type NewNotice } from '../notices/make-notices.ts'
import type { RuleInForce } from './rule-settings.ts'

/** Happenings that are turned into notices at once. */
const sliceSize = 1_000
/** An answer is news for a week. */
const answerDays = 7

interface Happening<Payload> {
  readonly householdId: HouseholdId
  readonly key: string
  readonly kind: DomainEventKind
  readonly payload: Payload
}

type AnyPayload = Readonly<Record<string, string | number | boolean | null>>
interface InstalmentPayload {
  readonly planId: PlanId
  readonly no: number
  readonly dueDate: BusinessDate
}

/** Queues what residents are told of what they asked for: mostly their owner alone. Answers how many notices it made. */
export async function tellAnswers(ctx: Ctx, rule: RuleInForce): Promise<number> {
  const happened = await happenedLately<AnyPayload>(ctx, rule, Object.keys(answers))
  const tell = (ownerOnly: boolean) =>
    makeNotices(
      ctx,
      { rule: 'answers', kind: 'answer', channels: rule.channels, ownerOnly },
      happened.flatMap(({ kind, payload, ...each }) => {
        if ((answers[kind]?.toFamily !== true) !== ownerOnly) return []
        const notAfter = startOfDay(addDays(ctx.today, answerDays + 1))
        return [{ ...each, subject: { about: 'answer', event: kind, payload }, notBefore: ctx.now, notAfter }]
      }),
    )
  return (await tell(true)) + (await tell(false))
}

const instalmentEvents = {
  instalment_in_3: 'instalment-coming',
  instalment_today: 'instalment-due',
  instalment_missed: 'instalment-missed',
} as const satisfies Partial<Record<ReminderRule, DomainEventKind>>
export type InstalmentRule = keyof typeof instalmentEvents

/** Queues what is told of instalments that come up, fall due or were missed, at the hour of the rule. */
export async function tellOfInstalments(
  ctx: Ctx,
  rule: RuleInForce & { rule: InstalmentRule },
): Promise<number> {
  const happened = await happenedLately<InstalmentPayload>(ctx, rule, [instalmentEvents[rule.rule]])
  const atHour = new Date(startOfDay(ctx.today).getTime() + rule.hour * 3_600_000)
  return makeNotices(
    ctx,
    { rule: rule.rule, kind: 'instalment', channels: rule.channels, ownerOnly: false },
    happened.map(
      ({ householdId, key, payload: { planId, no, dueDate } }): NewNotice => ({
        householdId,
        key,
        subject: { about: 'instalment', planId, no, dueDate },
        notBefore: atHour,
        notAfter: startOfDay(addDays(lastDay(rule.rule, dueDate, ctx.today), 1)),
      }),
    ),
  )
}

/** That an instalment comes up or is due is said no later than on its day. */
const lastDay = (rule: InstalmentRule, dueDate: BusinessDate, today: BusinessDate): BusinessDate =>
  rule === 'instalment_missed' ? addDays(today, ruleCatchUpDays) : dueDate

function happenedLately<Payload>(
  { tx, community, today }: Ctx,
  { rule, since }: RuleInForce,
  kinds: readonly string[],
): Promise<Happening<Payload>[]> {
  const from = startOfDay(addDays(today, -ruleCatchUpDays))
  return tx.rows<Happening<Payload>>`
    select e.household_id, 'event:' || e.key as key, e.kind, e.payload
      from domain_event e
     where e.community_id = ${community} and e.occurred_at >= greatest(${from}::timestamptz, ${since}) and e.kind = any(${kinds})
       and not exists (select from notice n
                        where (n.community_id, n.rule, n.key) = (e.community_id, ${rule}::reminder_rule_kind, 'event:' || e.key))
     order by e.id limit ${sliceSize}`
}
