import type { Charge } from '@anjiao/shared/contract/billing'
import type { PlanOptions } from '@anjiao/shared/contract/plans'
import type { ChargeId, HouseholdId } from '@anjiao/shared/ids'
import { addFen, type Fen, sumFen, zeroFen } from '@anjiao/shared/money'
import { refusalSentence } from '@anjiao/shared/refusals'
import { shownHolds } from '@anjiao/shared/vocabulary'
import { householdBills, lateFeesDue } from '../../billing/index.ts'
import type { Ctx } from '../../platform/context.ts'
import { deferralsLeft } from '../deferral/deferrals-left.ts'
import { policyInForce, shownPolicy } from '../policy/policy-in-force.ts'
import { eligibility, planPast } from './eligibility.ts'
import { inTheWay } from './in-the-way.ts'

/** What an owner has to know to choose a plan or a deferral: the policy, their charges with what the delay has cost, what is left. */
export async function planOptions(ctx: Ctx, householdId: HouseholdId): Promise<PlanOptions> {
  const policy = await policyInForce(ctx)
  const past = await planPast(ctx, householdId)
  const may = policy && eligibility(past, policy, ctx.today)
  const charges = await chargesWithLateFees(ctx, householdId, policy?.lateFee === 'waived_when_kept')
  return {
    today: ctx.today,
    policy: policy ? shownPolicy(policy) : null,
    refused: may?.refusal ? refusalSentence(may.refusal.code, may.refusal.facts) : null,
    needsApproval: may?.refusal === null && may.brokenLately,
    inPlansFen: past.inPlansFen,
    charges,
    deferralsLeft: policy ? await deferralsLeft(ctx, householdId, policy) : 0,
  }
}

/** Open charges, each with the late fee that comes with it; a late fee alone only where its charge is paid already. */
async function chargesWithLateFees(
  ctx: Ctx,
  householdId: HouseholdId,
  waived: boolean,
): Promise<PlanOptions['charges']> {
  const bills = await householdBills(ctx, householdId)
  const open = bills.years.flatMap(({ charges }) => charges).filter(({ openFen }) => openFen > 0)
  const principalOf = await principals(ctx, householdId)
  const accrued = await lateFeesDue(ctx, householdId, ctx.today)
  const isOpen = new Set(open.map(({ id }) => id))
  const isHeld = new Set((await inTheWay(ctx, householdId)).map(({ chargeId }) => chargeId))
  const comesWith = (charge: Charge): ChargeId | undefined => {
    const principal = principalOf.get(charge.id)
    return principal !== undefined && isOpen.has(principal) ? principal : undefined
  }
  const lateFeeOn = (id: ChargeId): Fen =>
    addFen(
      sumFen(open.filter((charge) => comesWith(charge) === id).map(({ openFen }) => openFen)),
      accrued.get(id) ?? zeroFen,
    )
  return open
    .filter((charge) => comesWith(charge) === undefined)
    .toSorted((a, b) => (a.dueDate < b.dueDate ? -1 : a.dueDate > b.dueDate ? 1 : a.id - b.id))
    .map((charge) => ({
      charge,
      why:
        charge.hold && isHeld.has(charge.id)
          ? refusalSentence('charge-already-held', { matter: shownHolds[charge.hold.matter] })
          : null,
      lateFeeFen: waived ? zeroFen : lateFeeOn(charge.id),
    }))
}

async function principals(
  { tx, community }: Ctx,
  householdId: HouseholdId,
): Promise<Map<ChargeId, ChargeId>> {
  const fees = await tx.rows<{ id: ChargeId; principalId: ChargeId }>`
    select id, principal_id from charge
     where (community_id, household_id) = (${community}, ${householdId}) and principal_id is not null
       and settled_fen < amount_fen and cancelled_by is null`
  return new Map(fees.map(({ id, principalId }) => [id, principalId]))
}
