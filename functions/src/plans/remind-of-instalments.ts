import { addDays, type BusinessDate } from '@anjiao/shared/calendar'
import type { Ctx } from '../platform/context.ts'
import { recordEvent } from '../platform/domain-events.ts'
import { instalmentStandings, noticeDays, type PlanStanding } from './plan-standing.ts'
import { type StoredPlan, signedTerms } from './stored-plan.ts'

/**
 * Says, once each, that an instalment comes up in three days, falls due today, or was not paid on its day: as events that
 * reminders are made of. A notice whose day has passed is left out: late, it would say what is not so.
 */
export async function remindOfInstalments(
  ctx: Ctx,
  plan: StoredPlan,
  { state, paidFen }: PlanStanding,
): Promise<void> {
  if (state !== 'signed' && state !== 'active' && state !== 'cured') return
  const terms = signedTerms(plan)
  const standings = instalmentStandings(terms, paidFen, ctx.today)
  for (const [at, { no, dueDate }] of terms.instalments.entries()) {
    const kind = standings[at]?.state === 'paid' ? undefined : noticeOn(ctx.today, dueDate)
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
