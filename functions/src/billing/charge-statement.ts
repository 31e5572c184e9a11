import type { Statement } from '@anjiao/shared/contract/billing'
import type { ChargeId, HouseholdId } from '@anjiao/shared/ids'
import type { Ctx } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'
import { type StoredCharge, shownCharge } from './charge-view.ts'
import { holdsOn } from './holds.ts'

type StoredStatement = Omit<Statement, 'charge'> & { readonly charge: StoredCharge }

/**
 * 账单明细. One charge: the formula and inputs it was made from, what the price was published as, and everything that
 * the books say happened to it. Refused as `not-found`, also for a charge of another household.
 */
export async function chargeStatement(
  ctx: Ctx,
  householdId: HouseholdId,
  chargeId: ChargeId,
): Promise<Statement> {
  const stored = await ctx.tx.maybe<StoredStatement>`
    select json_build_object(
             'id', c.id, 'feeItem', i.name, 'fromDate', c.from_date, 'toDate', c.to_date, 'dueDate', c.due_date,
             'amountFen', c.amount_fen, 'settledFen', c.settled_fen, 'origin', c.origin,
             'cancelled', c.cancelled_by is not null) as charge,
           room_name(b.name, r.unit, r.room_no) as room_name, masked_name(h.owner_name) as owner_masked, c.pricing,
           coalesce(v.published_as, '') as published_as, past.history
      from charge c
      join fee_item i on (i.community_id, i.id) = (c.community_id, c.fee_item_id)
      join household h on (h.community_id, h.id) = (c.community_id, c.household_id)
      join room r on (r.community_id, r.id) = (c.community_id, c.room_id)
      join building b on (b.community_id, b.id) = (r.community_id, r.building_id)
      left join price_version v on (v.community_id, v.id) = (c.community_id, c.price_version_id)
      cross join lateral (
        select json_agg(json_build_object(
                 'date', e.business_date, 'kind', e.kind, 'amountFen', moved_fen, 'memo', e.memo) order by e.id) as history
          from (select entry_id, sum(amount_fen) as moved_fen
                  from (select p.entry_id, p.amount_fen from posting p
                         where (p.community_id, p.charge_id) = (c.community_id, c.id) and p.account = 'receivable'
                        union all
                        -- What was paid in full is cancelled without a posting of its own.
                        select c.cancelled_by, 0 where c.cancelled_by is not null) as touched
                 group by entry_id) as movement
          join entry e on (e.community_id, e.id) = (c.community_id, movement.entry_id)) as past
     where (c.community_id, c.household_id, c.id) = (${ctx.community}, ${householdId}, ${chargeId})`
  if (!stored) throw new Refusal('not-found')
  const holds = await holdsOn(ctx, householdId, ctx.today)
  const hold = holds.find((each) => each.chargeId === chargeId)
  return { ...stored, charge: shownCharge(ctx, stored.charge, hold ?? null) }
}
