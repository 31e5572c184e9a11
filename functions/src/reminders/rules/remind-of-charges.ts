import { addDays, type BusinessDate, daysBetween, startOfDay } from '@anjiao/shared/calendar'
import { ruleCatchUpDays } from '@anjiao/shared/notice-limits'
import { type ReminderRule, reminderRules } from '@anjiao/shared/reminder-rules'
import type { Ctx } from '../../platform/context.ts'
import { beginsOn, type RuleInForce } from './rule-settings.ts'

/** Rules that speak so many days from the day on which charges fall due. */
export type CalendarRule = Extract<ReminderRule, 'due_in_7' | 'due_today' | 'overdue_7'>

/**
 * The days of the calendar that a rule has still to attend to: today, and those that it missed lately; none twice. What is
 * about the very day that charges fall due is not said later. Pure.
 */
export function daysToAttend(
  rule: RuleInForce & { rule: CalendarRule },
  today: BusinessDate,
): BusinessDate[] {
  const catchUp = rule.rule === 'due_today' ? 0 : ruleCatchUpDays
  const first = [addDays(today, -catchUp), beginsOn(rule), rule.doneThrough && addDays(rule.doneThrough, 1)]
    .filter((day) => day !== null)
    .reduce((later, day) => (day > later ? day : later))
  return Array.from({ length: Math.max(0, daysBetween(first, today) + 1) }, (_, at) => addDays(first, at))
}

/**
 * Queues what a calendar rule has to say today, and on days that were missed: one notice a home for all its charges of one due
 * day. What is said is made of the books when its turn comes; who has paid by then hears nothing.
 */
export async function remindOfCharges(ctx: Ctx, rule: RuleInForce & { rule: CalendarRule }): Promise<number> {
  const days = daysToAttend(rule, ctx.today)
  let made = 0
  for (const day of days) made += await remindOn(ctx, rule, day)
  const last = days.at(-1)
  if (last) await attended(ctx, rule, last)
  return made
}

async function remindOn(
  { tx, community, now, today }: Ctx,
  { rule, channels, hour }: RuleInForce & { rule: CalendarRule },
  day: BusinessDate,
): Promise<number> {
  const { days, kind } = reminderRules[rule]
  const due = addDays(day, -days)
  const notBefore = new Date(startOfDay(today).getTime() + hour * 3_600_000)
  const notAfter = startOfDay(rule === 'due_today' ? addDays(day, 1) : addDays(day, ruleCatchUpDays + 1))
  const subject = { about: 'charges', beforeDue: days <= 0 }
  return tx.run`
    with noticed as (
      insert into notice (community_id, household_id, kind, key, rule, charge_ids, subject, channels, made_at, not_after)
      select ${community}, household_id, ${kind}::notice_kind, ${`${rule}:${due}`}, ${rule}::reminder_rule_kind,
             array_agg(id order by id), ${JSON.stringify(subject)}::jsonb, ${channels}::channel[], ${now}, ${notAfter}
        from charge
       where community_id = ${community} and due_date = ${due} and settled_fen < amount_fen and cancelled_by is null
         and principal_id is null
       group by household_id
      on conflict (community_id, household_id, key) do nothing
      returning id, household_id
    )
    insert into delivery (community_id, notice_id, household_id, channel, send_after)
    select ${community}, id, household_id, ${channels[0]}::channel, ${notBefore} from noticed`
}

async function attended({ tx, community, now }: Ctx, rule: RuleInForce, day: BusinessDate): Promise<void> {
  await tx.run`
    insert into reminder_rule (community_id, rule, is_on, channels, hour, since, done_through, changed_by)
    values (${community}, ${rule.rule}, ${rule.on}, ${rule.channels}::channel[], ${rule.hour}, ${now}, ${day}, 'system:reminders')
    on conflict (community_id, rule) do update set done_through = excluded.done_through`
}
