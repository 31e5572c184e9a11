import type { RollDifference } from '@anjiao/shared/contract/community'
import type { FeeItemId } from '@anjiao/shared/ids'
import type { Ctx } from '../platform/context.ts'
import { serviceFeeNames } from './fee-names.ts'

/**
 * Brings the prices of staged homes in: each price per ㎡ is a standard of the service fee, and each home pays one. A home whose price
 * differs is told and moved to the other standard; its past charges keep the price they came from.
 */
export async function takeInPrices(ctx: Ctx, feeItemId: FeeItemId): Promise<RollDifference[]> {
  const { tx, community } = ctx
  await tx.run`
    with rated as (
      select rate, ${serviceFeeNames[0]} || ' ' || trim_scale(rate / 10000.0) || ' 元/㎡·月' as name from roll_home where rate > 0 group by rate
    ), added as (
      insert into fee_standard (community_id, fee_item_id, name)
      select ${community}::integer, ${feeItemId}::bigint, name from rated order by rate
      on conflict do nothing returning id, name
    )
    insert into price_version (community_id, standard_id, from_date, method, rate, published_as)
    select ${community}::integer, added.id, '1900-01-01', 'area', rated.rate, '业主档案所载收费标准' from added join rated using (name)`
  const differences = await findDifferences(ctx, feeItemId)
  await tx.run`
    update room_fee f set standard_id = v.standard_id
      from roll_home s
      join price_version v on (v.community_id, v.rate, v.from_date) = (${community}, s.rate, '1900-01-01')
      join fee_standard t on (t.community_id, t.id, t.fee_item_id) = (${community}, v.standard_id, ${feeItemId})
     where (f.community_id, f.room_id, f.fee_item_id) = (${community}, s.room_id, ${feeItemId})
       and f.to_date is null and f.standard_id <> v.standard_id`
  await tx.run`
    insert into room_fee (community_id, room_id, fee_item_id, standard_id)
    select ${community}::integer, s.room_id, ${feeItemId}::bigint, v.standard_id
      from roll_home s
      join price_version v on (v.community_id, v.rate, v.from_date) = (${community}, s.rate, '1900-01-01')
      join fee_standard t on (t.community_id, t.id, t.fee_item_id) = (${community}, v.standard_id, ${feeItemId})
     where not exists (select from room_fee f where (f.community_id, f.room_id, f.fee_item_id) = (${community}, s.room_id, ${feeItemId}))
     order by s.ordinal`
  return differences
}

function findDifferences({ tx, community }: Ctx, feeItemId: FeeItemId): Promise<RollDifference[]> {
  return tx.rows<RollDifference>`
    select room_name(s.building, s.unit, s.room_no) as room, '收费标准' as what, t.name as before,
           trim_scale(s.rate / 10000.0) || ' 元/㎡·月' as after
      from roll_home s
      join room_fee f on (f.community_id, f.room_id, f.fee_item_id) = (${community}, s.room_id, ${feeItemId}) and f.to_date is null
      join fee_standard t on (t.community_id, t.id) = (${community}, f.standard_id)
      join price_version v on (v.community_id, v.standard_id, v.from_date) = (${community}, t.id, '1900-01-01')
     where s.rate > 0 and s.rate is distinct from v.rate
     order by s.ordinal`
}
