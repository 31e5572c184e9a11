import { type Ctx, inCommunity, type World } from '../../platform/context.ts'
import { inEveryCommunity } from '../../platform/in-every-community.ts'
import { leaveOutTooLate } from './leave-out-too-late.ts'
import { type CalendarRule, remindOfCharges } from './remind-of-charges.ts'
import { type RuleInForce, rulesInForce } from './rule-settings.ts'
import { tellOfBills } from './tell-of-bills.ts'
import { type InstalmentRule, tellAnswers, tellOfInstalments } from './tell-of-events.ts'

/**
 * Every ten minutes: queues what the calendar and what happened bring, in every community, by the rules that are switched on.
 * Called twice it queues nothing twice; called late it catches up with what is still so, and leaves out what is not. What was
 * queued and became too late ends. Answers how many notices it queued.
 */
export const remindByRules = (world: World, deadline: Date): Promise<number> =>
  inEveryCommunity(world, 'reminders', async (community, attempt) => {
    const actor = { kind: 'system', task: 'reminders' } as const
    await inCommunity(world, community, actor, leaveOutTooLate)
    const rules = await inCommunity(world, community, actor, rulesInForce)
    let made = 0
    for (const rule of rules.filter(({ on }) => on)) {
      for (let slice = 1; slice > 0 && world.clock.now() < deadline; made += slice) {
        slice = await attempt({ rule: rule.rule }, () =>
          inCommunity(world, community, actor, (ctx) => queue(ctx, rule)),
        )
      }
    }
    return made
  })

function queue(ctx: Ctx, rule: RuleInForce): Promise<number> {
  if (isCalendarRule(rule)) return remindOfCharges(ctx, rule)
  if (isInstalmentRule(rule)) return tellOfInstalments(ctx, rule)
  if (rule.rule === 'bill_published') return tellOfBills(ctx, rule)
  // A receipt is told when it is issued, by the job that issues it; a debit when its batch is made.
  return rule.rule === 'answers' ? tellAnswers(ctx, rule) : Promise.resolve(0)
}

const isCalendarRule = (rule: RuleInForce): rule is RuleInForce & { rule: CalendarRule } =>
  rule.rule === 'due_in_7' || rule.rule === 'due_today' || rule.rule === 'overdue_7'

const isInstalmentRule = (rule: RuleInForce): rule is RuleInForce & { rule: InstalmentRule } =>
  rule.rule.startsWith('instalment_')
