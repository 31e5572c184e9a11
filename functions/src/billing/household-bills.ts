import { type BusinessDate, yearMonthDay } from '@anjiao/shared/calendar'
import type { Bills, BillYear, Hold } from '@anjiao/shared/contract/billing'
import type { ChargeId, HouseholdId } from '@anjiao/shared/ids'
import { sumFen } from '@anjiao/shared/money'
import type { Ctx } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'
import { type StoredCharge, shownCharge } from './charge-view.ts'

interface StoredBill extends StoredCharge {
  readonly principalId: ChargeId | null
}

type StoredBills = Pick<Bills, 'communityName' | 'roomName' | 'hotline' | 'advanceFen'> & {
  readonly charges: StoredBill[] | null
  readonly holds: (Hold & { readonly chargeId: ChargeId })[] | null
}

/**
 * What a home owes and why: every charge it ever had, by the year it is for (a late fee stands with its principal), and
 * the sums over all of them. A cancelled charge is shown and counts nothing, nor is one to be paid that goes when its plan
 * is kept. Refused as `not-found`.
 * One plain statement, ordered and summed here: the first page people open. Made whole by the database it took half as
 * long again.
 */
export async function householdBills(ctx: Ctx, householdId: HouseholdId): Promise<Bills> {
  const stored = await ctx.tx.maybe<StoredBills>`
    select m.name as community_name, room_name(b.name, r.unit, r.room_no) as room_name, y.hotline, h.advance_fen, owed.charges, held.holds
      from household h
      join room r on (r.community_id, r.id) = (h.community_id, h.room_id)
      join building b on (b.community_id, b.id) = (r.community_id, r.building_id)
      join community m on m.id = h.community_id
      join company y on y.id = m.company_id
      cross join lateral (
        select json_agg(line) as charges
          from (select c.id, i.name as "feeItem", c.from_date as "fromDate", c.to_date as "toDate", c.due_date as "dueDate",
                       c.amount_fen as "amountFen", c.settled_fen as "settledFen", c.origin,
                       c.cancelled_by is not null as cancelled, c.principal_id as "principalId"
                  from charge c join fee_item i on (i.community_id, i.id) = (c.community_id, c.fee_item_id)
                 where (c.community_id, c.household_id) = (${ctx.community}, ${householdId})) as line) as owed
      cross join lateral (
        select json_agg(json_build_object('chargeId', charge_id, 'matter', matter, 'granted', granted, 'until', until, 'waives', waives)
                        order by place desc) as holds
          from holds_on(${ctx.community}, ${ctx.today}) as held_today
         where household_id = ${householdId}) as held
     where (h.community_id, h.id) = (${ctx.community}, ${householdId})`
  if (!stored) throw new Refusal('not-found')
  const { charges, holds, ...home } = stored
  return { ...home, ...byYear(ctx, charges ?? [], foremost(holds ?? [])) }
}

/** Of several that hold a charge the foremost, which comes last. It waives what any of them waives. */
function foremost(holds: readonly (Hold & { readonly chargeId: ChargeId })[]): ReadonlyMap<ChargeId, Hold> {
  const holdOf = new Map<ChargeId, Hold>()
  for (const { chargeId, ...hold } of holds)
    holdOf.set(chargeId, { ...hold, waives: hold.waives || holdOf.get(chargeId)?.waives === true })
  return holdOf
}

function byYear(
  ctx: Ctx,
  stored: readonly StoredBill[],
  holdOf: ReadonlyMap<ChargeId, Hold>,
): Pick<Bills, 'openFen' | 'overdueFen' | 'years'> {
  const ordered = withPrincipals(stored)
  const years = [...Map.groupBy(ordered, ({ forDate }) => yearMonthDay(forDate)[0])].map(
    ([year, its]): BillYear => {
      const charges = its.map(({ charge: { principalId: _, ...charge } }) =>
        shownCharge(ctx, charge, holdOf.get(charge.id) ?? null),
      )
      const counted = charges.filter(({ state }) => state !== 'cancelled')
      return {
        year,
        amountFen: sumFen(counted.map(({ amountFen }) => amountFen)),
        openFen: sumFen(charges.filter(({ hold }) => !hold?.waives).map(({ openFen }) => openFen)),
        charges,
      }
    },
  )
  const overdue = years.flatMap(({ charges }) => charges.filter((charge) => charge.overdue))
  return {
    openFen: sumFen(years.map(({ openFen }) => openFen)),
    overdueFen: sumFen(overdue.map(({ openFen }) => openFen)),
    years: years.reverse(),
  }
}

/** Oldest first, each late fee right after what it is for and of the same date. */
function withPrincipals(stored: readonly StoredBill[]): { charge: StoredBill; forDate: BusinessDate }[] {
  const byId = new Map(stored.map((charge) => [charge.id, charge]))
  return stored
    .map((charge) => {
      const principal = charge.principalId === null ? charge : (byId.get(charge.principalId) ?? charge)
      return { charge, forDate: principal.fromDate, forId: principal.id }
    })
    .toSorted(
      (a, b) =>
        compare(a.forDate, b.forDate) || compare(a.forId, b.forId) || compare(a.charge.id, b.charge.id),
    )
}

const compare = <T extends string | number>(a: T, b: T): number => (a === b ? 0 : a < b ? -1 : 1)
