import type { BusinessDate } from '@anjiao/shared/calendar'
import type { CounterBill } from '@anjiao/shared/contract/counter'
import type { HouseholdId } from '@anjiao/shared/ids'
import { type Fen, subtractFen, sumFen, zeroFen } from '@anjiao/shared/money'
import { chooseAmount, openCharges } from '../payments/index.ts'
import type { Ctx } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'
import { chequesIn } from './cheques.ts'
import { paidAtOn } from './paid-on.ts'

/**
 * What a home owes at the counter when it pays on a day. What all of it comes to is what the payment itself would compute: it
 * is done and taken back. Refused as `not-found`, `paid-on-too-far` and `day-closed`.
 */
export async function counterBill(
  ctx: Ctx,
  householdId: HouseholdId,
  paidOn: BusinessDate,
): Promise<CounterBill> {
  await paidAtOn(ctx, paidOn)
  const home = await ctx.tx.maybe<Pick<CounterBill, 'roomName' | 'ownerMasked' | 'advanceFen'>>`
    select home.room_name, home.owner_masked, h.advance_fen
      from household h join home_name home on (home.community_id, home.household_id) = (h.community_id, h.id)
     where (h.community_id, h.id) = (${ctx.community}, ${householdId})`
  if (!home) throw new Refusal('not-found')
  const open = await openCharges(ctx, householdId)
  const charges = await ctx.tx.rows<CounterBill['charges'][number]>`
    select c.id, i.name as fee_item, c.from_date, c.to_date, c.due_date, c.amount_fen - c.settled_fen as open_fen
      from charge c join fee_item i on (i.community_id, i.id) = (c.community_id, c.fee_item_id)
     where c.community_id = ${ctx.community} and c.id = any(${open.map(({ id }) => id)}::bigint[])
     order by c.due_date, c.id`
  const openFen = sumFen(open.map((charge) => charge.openFen))
  const allDueFen = open.length === 0 ? zeroFen : await allDue(ctx, householdId, paidOn)
  const cheques = await chequesIn(ctx, { householdId, state: 'waiting' })
  return { ...home, charges, openFen, lateFeeFen: subtractFen(allDueFen, openFen), allDueFen, cheques }
}

async function allDue(ctx: Ctx, householdId: HouseholdId, paidOn: BusinessDate): Promise<Fen> {
  await ctx.tx.run`savepoint as_if_paid`
  const { amountFen } = await chooseAmount(ctx, householdId, { kind: 'all-due' }, paidOn)
  await ctx.tx.run`rollback to savepoint as_if_paid`
  return amountFen
}
