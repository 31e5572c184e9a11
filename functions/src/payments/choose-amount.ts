import type { BusinessDate } from '@anjiao/shared/calendar'
import type { PaymentChoice } from '@anjiao/shared/contract/payments'
import type { ChargeId, HouseholdId } from '@anjiao/shared/ids'
import { type Fen, minFen, sumFen } from '@anjiao/shared/money'
import { postLateFees } from '../billing/index.ts'
import type { Ctx } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'
import { refuseOverLimit } from './advance-room.ts'
import { openCharges } from './open-charges.ts'
import type { OpenCharge } from './plan-allocation.ts'

/**
 * What is to be paid on a day, by the books. An amount that the payer named picks no charges: it goes to the oldest due. Who
 * pays all that is due pays what the delay has cost up to the day with it. Refused as `nothing-due`, `not-found`,
 * `charge-already-paid` and `charge-waived-when-kept`, and as `refuseOverLimit` is.
 */
export async function chooseAmount(
  ctx: Ctx,
  householdId: HouseholdId,
  choice: PaymentChoice,
  paidOn: BusinessDate,
): Promise<{ chargeIds: ChargeId[]; amountFen: Fen }> {
  if (choice.kind === 'amount') {
    await refuseOverLimit(ctx, householdId, choice.amountFen, paidOn)
    return { chargeIds: [], amountFen: choice.amountFen }
  }
  const open = await openCharges(ctx, householdId)
  if (open.length === 0) throw new Refusal('nothing-due')
  if (choice.kind !== 'all-due') {
    const picked = open.filter((charge) => choice.chargeIds.includes(charge.id))
    if (picked.length < choice.chargeIds.length) throw await whyNotOpen(ctx, householdId, choice.chargeIds)
    if (choice.kind === 'part')
      return { ...sumOf(picked), amountFen: minFen(choice.amountFen, sumOf(picked).amountFen) }
    if (picked.length < open.length) return sumOf(picked)
  }
  await postLateFees(ctx, [householdId], paidOn)
  return sumOf(await openCharges(ctx, householdId))
}

const sumOf = (charges: readonly OpenCharge[]) => ({
  chargeIds: charges.map((charge) => charge.id),
  amountFen: sumFen(charges.map((charge) => charge.openFen)),
})

async function whyNotOpen(
  ctx: Ctx,
  householdId: HouseholdId,
  chargeIds: readonly ChargeId[],
): Promise<Refusal> {
  const { own, open } = await ctx.tx.one<{ own: number; open: number }>`
    select count(*) as own, count(*) filter (where settled_fen < amount_fen and cancelled_by is null) as open from charge
     where (community_id, household_id) = (${ctx.community}, ${householdId}) and id = any(${chargeIds})`
  if (own < chargeIds.length) return new Refusal('not-found')
  return new Refusal(open < own ? 'charge-already-paid' : 'charge-waived-when-kept')
}

/** A choice as it is stored: the same charges in another order are the same choice. */
export const storedChoice = (choice: PaymentChoice): string =>
  JSON.stringify(
    'chargeIds' in choice ? { ...choice, chargeIds: choice.chargeIds.toSorted((a, b) => a - b) } : choice,
  )
