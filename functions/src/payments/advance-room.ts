import { mostAhead, mostPayable, type UsualCharge, usualMonthlyFee } from '@anjiao/shared/advance-limit'
import { addDays, type BusinessDate } from '@anjiao/shared/calendar'
import type { HouseholdId } from '@anjiao/shared/ids'
import { addFen, type Fen, formatYuan, sumFen } from '@anjiao/shared/money'
import { lateFeesDue } from '../billing/index.ts'
import type { Ctx } from '../platform/context.ts'
import type { AdvancePolicyRow } from '../platform/database-types.ts'
import { Refusal } from '../platform/refusal.ts'
import { advancePolicyInForce } from './advance-policy.ts'
import { openCharges } from './open-charges.ts'

/** What ended longer ago is charged no more: a year's bill, and the time until the next one is made. */
const usualDays = 400

export interface AdvanceRoom {
  readonly policy: AdvancePolicyRow
  /** How much the home may have paid ahead in all; undefined: any amount. */
  readonly homeMostFen: Fen | undefined
}

/** 预存上限 of a home; undefined where the community has none. */
export async function advanceRoom(ctx: Ctx, householdId: HouseholdId): Promise<AdvanceRoom | undefined> {
  const policy = await advancePolicyInForce(ctx)
  if (!policy) return undefined
  return { policy, homeMostFen: mostAhead(policy, usualMonthlyFee(await usualCharges(ctx, householdId))) }
}

/**
 * Refuses to take more than is due and may be paid ahead: `advance-over-limit` with what may be paid, `advance-full` where that is
 * nothing. Asked before anybody pays; money that has come is never refused.
 */
export async function refuseOverLimit(
  ctx: Ctx,
  householdId: HouseholdId,
  amountFen: Fen,
  paidOn: BusinessDate,
): Promise<void> {
  const room = await advanceRoom(ctx, householdId)
  if (room?.homeMostFen === undefined) return
  const { advanceFen } = await ctx.tx.one<{ advanceFen: Fen }>`
    select advance_fen from household where (community_id, id) = (${ctx.community}, ${householdId})`
  const dueFen = await allThatIsDue(ctx, householdId, paidOn)
  const payableFen = mostPayable(room.homeMostFen, { dueFen, advanceFen })
  if (amountFen <= payableFen) return
  const source = room.policy.publishedAs
  throw payableFen === 0
    ? new Refusal('advance-full', { source })
    : new Refusal('advance-over-limit', { source, yuan: formatYuan(payableFen) })
}

/** With what the delay has cost up to the day, which is posted when it is paid. */
async function allThatIsDue(ctx: Ctx, householdId: HouseholdId, paidOn: BusinessDate): Promise<Fen> {
  const open = await openCharges(ctx, householdId)
  const lateFees = await lateFeesDue(ctx, householdId, paidOn)
  return addFen(sumFen(open.map(({ openFen }) => openFen)), sumFen(lateFees.values()))
}

async function usualCharges({ tx, community, today }: Ctx, householdId: HouseholdId): Promise<UsualCharge[]> {
  const charges = await tx.rows<{ amountFen: Fen; fromDate: BusinessDate; toDate: BusinessDate }>`
    select distinct on (fee_item_id) amount_fen, from_date, to_date from charge
     where (community_id, household_id) = (${community}, ${householdId}) and origin <> 'late_fee' and cancelled_by is null
       and to_date >= ${addDays(today, -usualDays)}
     order by fee_item_id, to_date desc, id desc`
  return charges.map(({ amountFen, fromDate, toDate }) => ({
    amountFen,
    period: { from: fromDate, to: toDate },
  }))
}
