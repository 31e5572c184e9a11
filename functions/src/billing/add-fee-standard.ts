import type { FeeStandard, NewFeeStandard } from '@anjiao/shared/contract/fee-standards'
import type { FeeItemId, FeeStandardId } from '@anjiao/shared/ids'
import { logAction } from '../platform/audit-log.ts'
import type { Ctx } from '../platform/context.ts'
import { brokenConstraint } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { addPriceVersion } from './add-price-version.ts'

/**
 * Enters a fee standard (收费标准) with its first price, and has rooms pay it that do not pay the fee yet: all of them, or
 * those of one kind. Refused as `fee-standard-exists` when the item has one of that name, and like addPriceVersion.
 */
export async function addFeeStandard(ctx: Ctx, standard: NewFeeStandard): Promise<FeeStandard> {
  const { tx, community } = ctx
  const { feeItem, name, usage, quantityHundredths, fromDate } = standard
  await tx.run`insert into fee_item (community_id, name) values (${community}, ${feeItem}) on conflict do nothing`
  const { id: feeItemId } = await tx.one<{ id: FeeItemId }>`
    select id from fee_item where (community_id, name) = (${community}, ${feeItem})`
  const { id } = await tx.one<{ id: FeeStandardId }>`
    insert into fee_standard (community_id, fee_item_id, name) values (${community}, ${feeItemId}, ${name}) returning id`.catch(
    (error: unknown) => {
      throw brokenConstraint(error)?.startsWith('fee_standard')
        ? new Refusal('fee-standard-exists', { name })
        : error
    },
  )
  const rooms = await tx.run`
    insert into room_fee (community_id, room_id, fee_item_id, standard_id, quantity_hundredths, from_date)
    select r.community_id, r.id, ${feeItemId}::bigint, ${id}::bigint, ${quantityHundredths}::integer, ${fromDate}::date
      from room r
     where r.community_id = ${community} and (${usage}::text is null or r.usage = ${usage})
       and not exists (select from room_fee f where (f.community_id, f.room_id, f.fee_item_id) = (r.community_id, r.id, ${feeItemId}))`
  await logAction(ctx, 'fee-standard-added', `fee standard ${id}`, { feeItem, name, rooms })
  return addPriceVersion(ctx, id, standard)
}
