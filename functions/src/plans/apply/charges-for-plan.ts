import type { ChargeId, HouseholdId, PlanId } from '@anjiao/shared/ids'
import { type Fen, sumFen } from '@anjiao/shared/money'
import { holdMatters, type LateFeeTerms } from '@anjiao/shared/vocabulary'
import type { Ctx } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'
import { inTheWay } from './in-the-way.ts'

export interface PlanCharge {
  readonly id: ChargeId
  readonly amountFen: Fen
  /** A late fee that is no part of the debt: it falls away when the plan is kept. */
  readonly waived: boolean
}

/** What the instalments come to. */
export const debtOf = (charges: readonly PlanCharge[]): Fen =>
  sumFen(charges.filter(({ waived }) => !waived).map(({ amountFen }) => amountFen))

/** A plan that is there already. A late fee of it stays one when its principal has been paid. */
interface OwnPlan {
  readonly planId: PlanId | null
  readonly chargeIds: readonly ChargeId[]
}

/**
 * The charges of a plan, as much as is open of them, each with the late fees on it: those join the debt, or are held
 * beside it to be waived. Locks them by id. Refused as `charge-already-paid` or `not-found` when one that was chosen is
 * not open, `charge-already-held` when one is in another plan, deferred, disputed, or up for relief.
 */
export async function chargesForPlan(
  ctx: Ctx,
  householdId: HouseholdId,
  chosen: readonly ChargeId[],
  lateFee: LateFeeTerms,
  own: OwnPlan = { planId: null, chargeIds: [] },
): Promise<PlanCharge[]> {
  const principals = [...chosen, ...own.chargeIds]
  const open = await ctx.tx.rows<{ id: ChargeId; openFen: Fen; isChosen: boolean; ofPrincipal: boolean }>`
    select id, amount_fen - settled_fen as open_fen, id = any(${chosen}) as is_chosen,
           coalesce(principal_id = any(${principals}), false) as of_principal
      from charge
     where (community_id, household_id) = (${ctx.community}, ${householdId})
       and settled_fen < amount_fen and cancelled_by is null and (id = any(${chosen}) or principal_id = any(${chosen}))
     order by id for update`
  if (open.filter(({ isChosen }) => isChosen).length < chosen.length)
    throw await whyNotOpen(ctx, householdId, chosen)
  await refuseWhatIsHeld(
    ctx,
    householdId,
    open.map(({ id }) => id),
    own.planId,
  )
  return open.map(({ id, openFen, ofPrincipal }) => ({
    id,
    amountFen: openFen,
    waived: ofPrincipal && lateFee === 'waived_when_kept',
  }))
}

async function whyNotOpen(
  ctx: Ctx,
  householdId: HouseholdId,
  chargeIds: readonly ChargeId[],
): Promise<Refusal> {
  const { own } = await ctx.tx.one<{ own: number }>`
    select count(*) as own from charge
     where (community_id, household_id) = (${ctx.community}, ${householdId}) and id = any(${chargeIds})`
  return new Refusal(own === chargeIds.length ? 'charge-already-paid' : 'not-found')
}

async function refuseWhatIsHeld(
  ctx: Ctx,
  householdId: HouseholdId,
  chargeIds: readonly ChargeId[],
  ownPlan: PlanId | null,
): Promise<void> {
  const first = (await inTheWay(ctx, householdId, ownPlan)).find(({ chargeId }) =>
    chargeIds.includes(chargeId),
  )
  if (first) throw new Refusal('charge-already-held', { matter: holdMatters[first.matter] })
}
