import { addDays, type BusinessDate } from '@anjiao/shared/calendar'
import type { Ctx } from '../platform/context.ts'
import { recordEvent } from '../platform/domain-events.ts'
import { instalmentStandings, noticeDays, type PlanStanding } from './plan-standing.ts'
import { type StoredPlan, signedTerms } from './stored-plan.ts'

/**
 * Says, once each, that an instalment comes up in three days, falls due today, or was not paid on its day: as events that
 * reminders are made of; not of one that a dispute or a relief under review has set aside. A notice whose day has passed is
 * left out: late, it would say what is not so.
 */
export async function remindOfInstalments(ctx: Ctx, plan: StoredPlan, standing: PlanStanding): Promise<void> {
  const { state } = standing
  if (state !== 'signed' && state !== 'active' && state !== 'cured') return
  const terms = signedTerms(plan)
  const standings = instalmentStandings(terms, standing, ctx.today)
  for (const [at, { no, dueDate }] of terms.instalments.entries()) {
    const isExpected = standings[at]?.state !== 'paid' && standings[at]?.state !== 'aside'
    const kind = isExpected ? noticeOn(ctx.today, dueDate) : undefined
    if (!kind) continue
    const key = `${kind}:${plan.id}:${no}:${dueDate}`
    const payload = { planId: plan.id, no, dueDate }
    await recordEvent(ctx, { kind, key, householdId: plan.householdId, payload })
  }
}

function noticeOn(today: BusinessDate, dueDate: BusinessDate) {
  if (today < addDays(dueDate, -noticeDays)) return undefined
  if (today < dueDate) return 'instalment-coming'
  return today === dueDate ? 'instalment-due' : 'instalment-missed'
}
