import { addDays, yearMonthDay } from '@anjiao/shared/calendar'
import type { ChargeId, HouseholdId, PlanId } from '@anjiao/shared/ids'
import { type Fen, zeroFen } from '@anjiao/shared/money'
import { lockHome } from '../../community/index.ts'
import type { Ctx } from '../../platform/context.ts'
import { recordEvent } from '../../platform/domain-events.ts'
import { Refusal } from '../../platform/refusal.ts'
import { debtOf, type PlanCharge } from '../apply/charges-for-plan.ts'
import { openPlan } from '../apply/open-plan.ts'
import { bringUpToDate } from '../bring-up-to-date.ts'
import { movePlan } from '../move-plan.ts'
import { policyInForce } from '../policy/policy-in-force.ts'

export interface EasierPlan {
  readonly householdId: HouseholdId
  readonly chargeIds: readonly ChargeId[]
  /** One a month, at most; fewer where the debt has fewer fen. */
  readonly instalments: number
  /** What brings it, e.g. `relief:12`. It is offered once. */
  readonly offeredFor: string
  readonly message: string
}

/**
 * Offers one home a plan of more and smaller instalments than the policy's, without a down payment, over what is open of
 * some charges. Everything else is as the policy in force says. Nothing is offered twice, nor where nothing is open any
 * more. Refused as `plans-not-offered` where there is no policy.
 */
export async function offerEasierPlan(ctx: Ctx, offer: EasierPlan): Promise<void> {
  const { householdId, offeredFor, message } = offer
  await lockHome(ctx, householdId)
  const policy = await policyInForce(ctx)
  if (!policy) throw new Refusal('plans-not-offered')
  const charges = await stillOpen(ctx, offer)
  const debtFen = debtOf(charges)
  if (debtFen === 0 || (await wasOffered(ctx, offeredFor))) return
  const terms = {
    downFen: zeroFen,
    instalments: Math.min(offer.instalments, debtFen),
    everyMonths: 1,
    dayOfMonth: Math.min(28, yearMonthDay(ctx.today)[2]),
  }
  const until = { openUntil: addDays(ctx.today, policy.offerDays) }
  const planId = await openPlan(
    ctx,
    { householdId, policy, terms, charges, answer: message, easier: { offeredFor } },
    'offer',
    until,
  )
  await recordEvent(ctx, {
    kind: 'plan-offered',
    key: `plan-offered:${planId}`,
    householdId,
    payload: { planId },
  })
}

/** What brought an offer is no longer so: it is taken back, unless its owner has signed or declined it. */
export async function takeBackEasierPlan(ctx: Ctx, offeredFor: string): Promise<void> {
  const offered = await ctx.tx.maybe<{ id: PlanId; householdId: HouseholdId }>`
    select id, household_id from plan where (community_id, offered_for, state) = (${ctx.community}, ${offeredFor}, 'offered')`
  if (!offered) return
  await lockHome(ctx, offered.householdId)
  const plan = await bringUpToDate(ctx, offered.householdId, offered.id)
  if (plan.state === 'offered') await movePlan(ctx, plan, 'take_back')
}

async function stillOpen(
  { tx, community }: Ctx,
  { householdId, chargeIds }: EasierPlan,
): Promise<PlanCharge[]> {
  const open = await tx.rows<{ id: ChargeId; amountFen: Fen }>`
    select id, amount_fen - settled_fen as amount_fen from charge
     where (community_id, household_id) = (${community}, ${householdId}) and id = any(${chargeIds})
       and settled_fen < amount_fen and cancelled_by is null and origin <> 'late_fee'
     order by id`
  return open.map((charge) => ({ ...charge, waived: false }))
}

async function wasOffered({ tx, community }: Ctx, offeredFor: string): Promise<boolean> {
  return (
    (await tx.maybe`select from plan where (community_id, offered_for) = (${community}, ${offeredFor})`) !==
    undefined
  )
}
