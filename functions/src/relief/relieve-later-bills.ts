import type { BusinessDate } from '@anjiao/shared/calendar'
import type { ChargeId } from '@anjiao/shared/ids'
import { type Fen, minFen, subtractFen } from '@anjiao/shared/money'
import type { Ctx } from '../platform/context.ts'
import { recordEvent } from '../platform/domain-events.ts'
import { lockBudget } from './budgets/lock-budget.ts'
import { mayGiveUpPrincipal } from './decide/may-be-given.ts'
import { standardForHome } from './given-to-home.ts'
import { percentOf } from './measure-relief.ts'
import { writeDown } from './move-relief.ts'
import { postRelief } from './post-relief.ts'
import { type StoredRelief, storedRelief } from './stored-relief.ts'

/**
 * Takes the granted percentage off the bills that came since and begin within the time it lasts, whenever they came: each
 * once, oldest first, whole or not at all. A bill from which something was let go already, or which is within an earlier
 * relief of the home that lasts, is left to that one. When the budget or the most it may come to does not hold another bill, or it takes
 * a resolution of the owners by now, it stops for good; what was given stays, and staff are told. Answers how many bills it relieved.
 * The home must be locked.
 */
export async function relieveLaterBills(ctx: Ctx, relief: StoredRelief): Promise<number> {
  if (relief.percent === null || relief.lastsUntil === null || relief.stoppedOn !== null) return 0
  const earlier = await earlierRelief(ctx, relief)
  const bills = (await laterBills(ctx, relief)).filter(
    (bill) => isWithin(relief, bill) && !earlier.some((other) => isWithin(other, bill)),
  )
  if (bills.length === 0) return 0
  if (!(await mayGiveUpPrincipal(ctx, relief.standard))) {
    await stop(ctx, relief, '本小区现在减免本金要有业主共同决定')
    return 0
  }
  let leftFen = await whatIsLeft(ctx, relief)
  let relieved = 0
  for (const { id, amountFen, openFen } of bills) {
    const partFen = minFen(percentOf(amountFen, relief.percent), openFen)
    if (partFen === 0) continue
    if (leftFen !== null && partFen > leftFen) {
      await stop(ctx, relief, '减免的额度已经用完')
      break
    }
    await postRelief(ctx, relief, id, [{ chargeId: id, amountFen: partFen }])
    leftFen = leftFen === null ? null : subtractFen(leftFen, partFen)
    relieved++
  }
  return relieved
}

interface LaterBill {
  readonly id: ChargeId
  readonly fromDate: BusinessDate
  readonly feeItem: string
  readonly amountFen: Fen
  readonly openFen: Fen
}

function laterBills(
  { tx, community }: Ctx,
  { householdId, grantedOn, lastsUntil }: StoredRelief,
): Promise<LaterBill[]> {
  return tx.rows<LaterBill>`
    select c.id, c.from_date, i.name as fee_item, c.amount_fen, c.amount_fen - c.settled_fen as open_fen
      from charge c join fee_item i on (i.community_id, i.id) = (c.community_id, c.fee_item_id)
     where (c.community_id, c.household_id) = (${community}, ${householdId})
       and c.from_date between ${grantedOn} and ${lastsUntil}
       and i.kind = 'service' and c.origin <> 'late_fee' and c.settled_fen < c.amount_fen and c.cancelled_by is null
       and not relief_stands_on(c.community_id, c.id)
     order by c.id for update of c`
}

/** What was granted to the home for a time before this one, and still gives. */
async function earlierRelief(ctx: Ctx, relief: StoredRelief): Promise<StoredRelief[]> {
  const all = await storedRelief(ctx, { householdId: relief.householdId })
  const isEarlier = (other: StoredRelief) =>
    grantedAt(other) === grantedAt(relief) ? other.id < relief.id : grantedAt(other) < grantedAt(relief)
  return all.filter(
    (other) =>
      (other.state === 'granted' || other.state === 'lapsed') && other.stoppedOn === null && isEarlier(other),
  )
}

const grantedAt = ({ events }: StoredRelief): string =>
  events.find(({ event }) => event === 'grant')?.at ?? ''

/** Whether a bill begins within the time of a relief, is what its standard is for, and was not asked for by name. */
const isWithin = (
  { grantedOn, lastsUntil, standard: { feeItems }, named }: StoredRelief,
  { id, fromDate, feeItem }: LaterBill,
): boolean =>
  grantedOn !== null &&
  lastsUntil !== null &&
  fromDate >= grantedOn &&
  fromDate <= lastsUntil &&
  (feeItems.length === 0 || feeItems.includes(feeItem)) &&
  !named.includes(id)

/** Of the budget and of the most that it may come to, the smaller; null: no bound. */
async function whatIsLeft(ctx: Ctx, relief: StoredRelief): Promise<Fen | null> {
  const { budgetId } = relief.standard
  const ofBudgetFen = budgetId === null ? null : await lockBudget(ctx, budgetId)
  const { sumMaxFen } = await standardForHome(ctx, relief)
  if (ofBudgetFen === null || sumMaxFen === null) return ofBudgetFen ?? sumMaxFen
  return minFen(ofBudgetFen, sumMaxFen)
}

async function stop(ctx: Ctx, { id, householdId, state }: StoredRelief, why: string): Promise<void> {
  await ctx.tx.run`
    update relief_application set stopped_on = ${ctx.today} where (community_id, id) = (${ctx.community}, ${id})`
  await writeDown(ctx, id, 'stop', state, { note: why })
  await recordEvent(ctx, {
    kind: 'relief-stopped',
    key: `relief-stopped:${id}`,
    householdId,
    payload: { applicationId: id },
  })
}
