import type { Charge } from '@anjiao/shared/contract/billing'
import type { Plan } from '@anjiao/shared/contract/plan'
import type { ChargeId, HouseholdId, PlanId } from '@anjiao/shared/ids'
import { sumFen, zeroFen } from '@anjiao/shared/money'
import { householdBills } from '../billing/index.ts'
import { isToldWhy } from '../identity/index.ts'
import type { Ctx } from '../platform/context.ts'
import { instalmentStandings, type PlanStanding } from './plan-standing.ts'
import { planOf, type StoredPlan, signedTerms, standingOf, storedPlans } from './stored-plan.ts'

/** Plans of a home, newest first, as they stand today. */
export async function plansOf(ctx: Ctx, householdId: HouseholdId): Promise<Plan[]> {
  const plans = await storedPlans(ctx, householdId)
  if (plans.length === 0) return []
  const charges = await chargesOf(ctx, householdId)
  return plans.map((plan) => shownPlan(ctx, plan, charges))
}

/** One plan of a home, as it stands today, whether or not that is written down yet. Refused as `not-found`. */
export async function planView(ctx: Ctx, householdId: HouseholdId, planId: PlanId): Promise<Plan> {
  const plan = await planOf(ctx, householdId, planId)
  return shownPlan(ctx, plan, await chargesOf(ctx, householdId))
}

type Charges = ReadonlyMap<ChargeId, Charge>

async function chargesOf(ctx: Ctx, householdId: HouseholdId): Promise<Charges> {
  const { years } = await householdBills(ctx, householdId)
  return new Map(years.flatMap(({ charges }) => charges).map((charge) => [charge.id, charge]))
}

function shownPlan(ctx: Ctx, plan: StoredPlan, charges: Charges): Plan {
  const { policy, schedule, signedOn } = plan
  const own = plan.charges.flatMap(({ id, waived }) => {
    const charge = charges.get(id)
    return charge ? [{ charge, waived }] : []
  })
  const standing = standingOf(plan, ctx.today)
  const said = (words: string) => (isToldWhy(ctx.actor) ? words : '')
  const parts = standing ? instalmentStandings(signedTerms(plan), standing, ctx.today) : []
  return {
    id: plan.id,
    householdId: plan.householdId,
    state: standing?.state ?? plan.state,
    terms: {
      downFen: plan.downFen,
      instalments: plan.instalments,
      everyMonths: plan.everyMonths,
      dayOfMonth: plan.dayOfMonth,
    },
    asked: plan.asked,
    debtFen: plan.debtFen,
    paidFen: standing?.paidFen ?? zeroFen,
    openFen: sumFen(own.filter(({ waived }) => !waived).map(({ charge }) => charge.openFen)),
    lateFee: plan.lateFee,
    charges: own.map(({ charge }) => charge),
    instalments: schedule.map(({ no, dueDate, movedTo, amountFen }, at) => ({
      no,
      dueDate: movedTo ?? dueDate,
      movedFrom: movedTo === null ? null : dueDate,
      amountFen,
      paidFen: parts[at]?.paidFen ?? zeroFen,
      state: parts[at]?.state ?? 'upcoming',
    })),
    reason: said(plan.reason),
    answer: said(plan.answer),
    appliedAt: plan.madeAt.toISOString(),
    replyBy: plan.replyBy,
    openUntil: plan.openUntil,
    cureUntil: standing?.cure?.until ?? null,
    cureFen: standing?.cure?.missingFen ?? null,
    signedOn,
    movesLeft: Math.max(0, policy.movesMax - schedule.filter(({ movedTo }) => movedTo !== null).length),
    moveDaysMax: policy.moveDaysMax,
    graceDays: policy.graceDays,
    happenings: happenings(plan, standing).map((each) => ({ ...each, note: said(each.note) })),
  }
}

/** What is written down, and what the books say since. */
function happenings({ events }: StoredPlan, standing: PlanStanding | null): Plan['happenings'] {
  const written = events.map(({ event, on, to, note }) => ({ on, event, to, note }))
  const known = new Set(written.map(({ event, on }) => `${event} ${on}`))
  const since = (standing?.happened ?? []).filter(({ event, on }) => !known.has(`${event} ${on}`))
  return [...written, ...since.map(({ event, to, on }) => ({ on, event, to, note: '' }))]
}
