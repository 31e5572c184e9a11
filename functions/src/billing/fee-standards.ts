import type { FeeStandard } from '@anjiao/shared/contract/fee-standards'
import type { FeeStandardId } from '@anjiao/shared/ids'
import type { Ctx } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'

/** 收费标准. Every price and its versions, newest first, with how many rooms pay it today. */
export function feeStandards({ tx, community, today }: Ctx): Promise<FeeStandard[]> {
  return tx.rows<FeeStandard>`
    select s.id, i.name as fee_item, s.name,
           (select count(*) from room_fee f
             where (f.community_id, f.standard_id) = (s.community_id, s.id)
               and f.from_date <= ${today} and (f.to_date is null or f.to_date >= ${today})) as rooms,
           (select coalesce(json_agg(json_build_object(
                     'id', v.id, 'fromDate', v.from_date, 'method', v.method, 'rate', v.rate, 'fixedFen', v.fixed_fen,
                     'tiers', v.tiers, 'publishedAs', v.published_as) order by v.from_date desc), '[]')
              from price_version v where (v.community_id, v.standard_id) = (s.community_id, s.id)) as versions
      from fee_standard s
      join fee_item i on (i.community_id, i.id) = (s.community_id, s.fee_item_id)
     where s.community_id = ${community}
     order by i.name, s.name`
}

/** One of them. Refused as `not-found`. */
export async function feeStandard(ctx: Ctx, standardId: FeeStandardId): Promise<FeeStandard> {
  const found = (await feeStandards(ctx)).find((standard) => standard.id === standardId)
  if (!found) throw new Refusal('not-found')
  return found
}
