import type { StartedPayment } from '@anjiao/shared/contract/payments'
import type { ChargeId, CommunityId, HouseholdId, PlanId } from '@anjiao/shared/ids'
import { type Fen, subtractFen, sumFen } from '@anjiao/shared/money'
import { planStates } from '@anjiao/shared/plan-life'
import { asResident } from '../identity/index.ts'
import { startPayment } from '../payments/index.ts'
import type { Ctx, World } from '../platform/context.ts'
import type { Caller } from '../platform/http/routes.ts'
import { Refusal } from '../platform/refusal.ts'
import type { PlanStanding } from './plan-standing.ts'
import { planOf, standingOf } from './stored-plan.ts'

export interface InstalmentPayment {
  readonly communityId: CommunityId
  readonly householdId: HouseholdId
  readonly planId: PlanId
  /** The last instalment to be paid: the next, several, or all. */
  readonly upTo: number
  readonly intentKey: string
}

/**
 * Starts a payment of everything open up to an instalment, towards the charges of the plan and no others. Anybody linked
 * to the home may pay. Two who pay the same instalment at once pay two instalments: nothing is lost. Refused as
 * `instalment-already-paid`, `plan-moved-on` when the plan is over, and as `startPayment` says.
 */
export async function payInstalments(
  world: World,
  caller: Caller,
  request: InstalmentPayment,
): Promise<StartedPayment> {
  const part = await asResident(world, caller, request, (ctx) => partOf(ctx, request))
  return startPayment(world, caller, { ...request, choice: { kind: 'part', ...part } })
}

async function partOf(
  ctx: Ctx,
  { householdId, planId, upTo }: InstalmentPayment,
): Promise<{ chargeIds: ChargeId[]; amountFen: Fen }> {
  const plan = await planOf(ctx, householdId, planId)
  const standing = standingOf(plan, ctx.today)
  if (!standing || !takesMoney(standing)) {
    throw new Refusal('plan-moved-on', { state: planStates[standing?.state ?? plan.state].label })
  }
  const { paidFen, openFen } = standing
  const isAll = plan.schedule.every(({ no }) => no <= upTo)
  const dueFen = sumFen(plan.schedule.filter(({ no }) => no <= upTo).map(({ amountFen }) => amountFen))
  const amountFen = isAll ? openFen : subtractFen(dueFen, paidFen)
  if (amountFen <= 0) throw new Refusal('instalment-already-paid')
  return { chargeIds: await stillOpen(ctx, planId), amountFen }
}

const takesMoney = ({ state, cure }: PlanStanding): boolean =>
  state === 'signed' || state === 'active' || state === 'cured' || (state === 'broken' && cure !== null)

async function stillOpen({ tx, community }: Ctx, planId: PlanId): Promise<ChargeId[]> {
  const open = await tx.rows<{ id: ChargeId }>`
    select c.id from plan_charge p join charge c on (c.community_id, c.id) = (p.community_id, p.charge_id)
     where (p.community_id, p.plan_id) = (${community}, ${planId}) and not p.waived
       and c.settled_fen < c.amount_fen and c.cancelled_by is null
     order by c.id`
  return open.map(({ id }) => id)
}
