import type { BusinessDate } from '@anjiao/shared/calendar'
import type { ChargeId, DeferralId, HouseholdId } from '@anjiao/shared/ids'
import { type HeldDays, keepHolds } from '../../billing/index.ts'
import type { Ctx } from '../../platform/context.ts'
import type { DeferralState } from '../../platform/database-types.ts'

export interface DeferralFacts {
  readonly state: DeferralState
  readonly askedOn: BusinessDate
  readonly untilDate: BusinessDate
  /** When it was granted, refused or withdrawn. */
  readonly decidedOn: BusinessDate | null
}

/**
 * The days on which a deferral holds a charge: while it is under review, and once granted from asking to its day, or to the
 * day on which it was granted where that is later. Pure.
 */
export function deferralHold({
  state,
  askedOn,
  untilDate,
  decidedOn,
}: DeferralFacts): Omit<HeldDays, 'chargeId'> {
  const granted = state === 'granted'
  const to = granted && (decidedOn === null || untilDate > decidedOn) ? untilDate : decidedOn
  return { granted, from: askedOn, to }
}

/** Holds the charges of a deferral as its state says. */
export async function holdDeferred(ctx: Ctx, deferralId: DeferralId): Promise<void> {
  const deferral = await ctx.tx.one<DeferralFacts & { householdId: HouseholdId; chargeIds: ChargeId[] }>`
    select household_id, state, asked_on, until_date, (decided_at at time zone 'Asia/Shanghai')::date as decided_on,
           array(select charge_id from deferral_charge
                  where (community_id, deferral_id) = (d.community_id, d.id) order by charge_id) as charge_ids
      from deferral d where (community_id, id) = (${ctx.community}, ${deferralId})`
  const { householdId, chargeIds } = deferral
  const hold = deferralHold(deferral)
  await keepHolds(
    ctx,
    { matter: 'deferral', subjectId: deferralId, householdId },
    chargeIds.map((chargeId) => ({ chargeId, ...hold })),
  )
}
