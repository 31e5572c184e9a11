import type { FeeItemId } from '@anjiao/shared/ids'
import type { Ctx } from '../platform/context.ts'
import { pastLateFeeNames, serviceFeeNames } from './fee-names.ts'

/**
 * Brings the fee items of staged arrears in and finds each row's. The names of the service fee are one item, called as
 * it was first called here: the same months are not billed twice under two names. Answers the item of the service fee.
 */
export async function takeInFeeItems(ctx: Ctx): Promise<FeeItemId> {
  const serviceFee = await serviceFeeItem(ctx)
  const { tx, community } = ctx
  await tx.run`
    insert into fee_item (community_id, name, kind)
    select ${community}::integer, fee_item, case when fee_item ~ ${pastLateFeeNames} then 'past_late_fee' else 'service' end
      from roll_arrears where fee_item <> all(${serviceFeeNames}::text[])
     group by fee_item order by min(ordinal)
    on conflict do nothing`
  await tx.run`
    update roll_arrears a set fee_item_id = i.id
      from fee_item i
     where i.community_id = ${community}
       and case when a.fee_item = any(${serviceFeeNames}::text[]) then i.id = ${serviceFee} else i.name = a.fee_item end`
  return serviceFee
}

async function serviceFeeItem({ tx, community }: Ctx): Promise<FeeItemId> {
  await tx.run`
    insert into fee_item (community_id, name)
    select ${community}::integer,
           coalesce((select fee_item from roll_arrears where fee_item = any(${serviceFeeNames}::text[]) order by ordinal limit 1),
                    ${serviceFeeNames[0]})
     where not exists (select from fee_item where community_id = ${community} and name = any(${serviceFeeNames}::text[]))`
  const { id } = await tx.one<{ id: FeeItemId }>`
    select id from fee_item where community_id = ${community} and name = any(${serviceFeeNames}::text[]) order by id limit 1`
  return id
}
