import type { ChargeId, HouseholdId, ReliefApplicationId } from '@anjiao/shared/ids'
import { givesPrincipal } from '@anjiao/shared/vocabulary'
import type { Ctx } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Measure, OpenCharge } from '../measure-relief.ts'

interface Asked {
  readonly isOwn: boolean
  readonly isOpen: boolean
  /** Of a late fee: what the charge it is for is for. */
  readonly feeItem: string
}

/**
 * Refuses charges that one cannot ask relief for: `not-found` where one is not of this home, `charge-already-paid` where
 * nothing is open of it or of the late fees on it, `relief-not-for-charge` where the standard is for other fee items. The
 * charges must be locked.
 */
export async function refuseOtherCharges(
  ctx: Ctx,
  householdId: HouseholdId,
  chargeIds: readonly ChargeId[],
  feeItems: readonly string[],
): Promise<void> {
  const asked = await ctx.tx.rows<Asked>`
    select c.household_id = ${householdId} as is_own, i.name as fee_item,
           c.cancelled_by is null and (c.settled_fen < c.amount_fen or exists (
             select from charge f where (f.community_id, f.principal_id) = (c.community_id, c.id)
                                    and f.settled_fen < f.amount_fen and f.cancelled_by is null)) as is_open
      from charge c
      left join charge p on (p.community_id, p.id) = (c.community_id, c.principal_id)
      join fee_item i on (i.community_id, i.id) = (c.community_id, coalesce(p.fee_item_id, c.fee_item_id))
     where c.community_id = ${ctx.community} and c.id = any(${chargeIds}::bigint[])`
  if (asked.length < new Set(chargeIds).size || asked.some(({ isOwn }) => !isOwn)) {
    throw new Refusal('not-found')
  }
  if (asked.some(({ isOpen }) => !isOpen)) throw new Refusal('charge-already-paid')
  if (feeItems.length > 0 && asked.some(({ feeItem }) => !feeItems.includes(feeItem))) {
    throw new Refusal('relief-not-for-charge', { items: feeItems.join('、') })
  }
}

/** Refuses, as `relief-already-granted`, to give up more of a charge of which something was given up already, and that stands. Pure. */
export function refuseRelieved({ measure }: Measure, charges: readonly OpenCharge[]): void {
  if (givesPrincipal(measure) && charges.some(({ isLateFee, isRelieved }) => isRelieved && !isLateFee)) {
    throw new Refusal('relief-already-granted')
  }
}

/** Takes charges into an application, and whatever late fees are open on those it names: they wait with them. */
export async function takeInCharges(
  { tx, community }: Ctx,
  id: ReliefApplicationId,
  named: readonly ChargeId[],
): Promise<void> {
  await tx.run`
    insert into relief_application_charge (community_id, application_id, charge_id, named)
    select ${community}, ${id}, id, id = any(${named}::bigint[]) from charge
     where community_id = ${community}
       and (id = any(${named}::bigint[])
            or principal_id = any(${named}::bigint[]) and settled_fen < amount_fen and cancelled_by is null)
    on conflict do nothing`
}
