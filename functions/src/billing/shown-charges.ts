import type { Charge, Hold } from '@anjiao/shared/contract/billing'
import type { ChargeId } from '@anjiao/shared/ids'
import type { Ctx } from '../platform/context.ts'
import { type StoredCharge, shownCharge } from './charge-view.ts'

type HeldCharge = StoredCharge & { readonly hold: Hold | null }

/** Some charges of the community as people see them today, of whatever homes, by id. */
export async function shownCharges(
  ctx: Ctx,
  chargeIds: readonly ChargeId[],
): Promise<ReadonlyMap<ChargeId, Charge>> {
  const { tx, community, today } = ctx
  const stored = await tx.rows<HeldCharge>`
    select c.id, i.name as fee_item, c.from_date, c.to_date, c.due_date, c.amount_fen, c.settled_fen, c.origin,
           c.cancelled_by is not null as cancelled, held.hold
      from charge c
      join fee_item i on (i.community_id, i.id) = (c.community_id, c.fee_item_id)
      left join lateral (
        select json_build_object('matter', matter, 'granted', granted, 'until', until, 'waives', waives) as hold
          from holds_on(${community}, ${today}) as held_today
         where charge_id = c.id
         order by place limit 1) as held on true
     where c.community_id = ${community} and c.id = any(${chargeIds}::bigint[])`
  return new Map(stored.map(({ hold, ...charge }) => [charge.id, shownCharge(ctx, charge, hold)]))
}
