import { type BusinessDate, businessDateAt } from '@anjiao/shared/calendar'
import type { RuleChange, RuleSetting } from '@anjiao/shared/contract/reminder-rules'
import { type ReminderRule, reminderRules } from '@anjiao/shared/reminder-rules'
import { actorName, type Ctx } from '../../platform/context.ts'

/** A rule as a community has it. */
export interface RuleInForce extends RuleSetting {
  /** What happened before is not told by it. Null: it is on from the start. */
  readonly since: Date | null
  /** The last day of the calendar that was attended to. */
  readonly doneThrough: BusinessDate | null
}

/** What serves people who asked for something is on from the start; what asks them for money is switched on by somebody. */
const onFromTheStart: ReadonlySet<ReminderRule> = new Set([
  'instalment_in_3',
  'instalment_today',
  'instalment_missed',
  'receipt',
  'answers',
  'debit_coming',
])

const usualHour = 10

const unset = (rule: ReminderRule): RuleInForce => ({
  rule,
  on: onFromTheStart.has(rule),
  channels: rule === 'debit_coming' ? ['subscription', 'sms'] : ['subscription'],
  hour: usualHour,
  since: null,
  doneThrough: null,
})

/** Every rule there is, as this community has it, in the order of the table. */
export async function rulesInForce({ tx, community }: Ctx): Promise<RuleInForce[]> {
  const set = await tx.rows<RuleInForce>`
    select rule, is_on as "on", channels::text[], hour, since, done_through from reminder_rule where community_id = ${community}`
  const setOf = new Map(set.map((each) => [each.rule, each]))
  return ruleNames.map((rule) => setOf.get(rule) ?? unset(rule))
}

/**
 * Switches a rule on or off, or changes how it goes out; what is not named stays, so that of two people who change it at once neither
 * undoes what the other did. Switched on, it begins with what happens from now on.
 */
export async function setRule(ctx: Ctx, { rule, on, channels, hour }: RuleChange): Promise<void> {
  const { tx, community, now } = ctx
  const fresh = unset(rule)
  await tx.run`
    insert into reminder_rule as stored (community_id, rule, is_on, channels, hour, since, changed_by)
    values (${community}, ${rule}, ${on ?? fresh.on}, ${channels ?? fresh.channels}::channel[], ${hour ?? fresh.hour}, ${now},
            ${actorName(ctx.actor)})
    on conflict (community_id, rule) do update
       set is_on = coalesce(${on ?? null}, stored.is_on), channels = coalesce(${channels ?? null}::channel[], stored.channels),
           hour = coalesce(${hour ?? null}, stored.hour), since = case when stored.is_on then coalesce(stored.since, ${now}) else ${now} end,
           changed_by = excluded.changed_by`
}

/** The first day on which a rule may speak. */
export const beginsOn = ({ since }: RuleInForce): BusinessDate | null => since && businessDateAt(since)

const ruleNames = Object.keys(reminderRules).filter((name): name is ReminderRule => name in reminderRules)
