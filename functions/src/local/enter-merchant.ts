import type { PersonCtx } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'

export interface Merchant {
  readonly mchid: string
  readonly appid: string
}

/** Enters a merchant account (商户号) of a company, or the app it is now bound to. Refused as `merchant-of-another-company`. */
export async function enterMerchant(
  { tx }: PersonCtx,
  companyId: number,
  { mchid, appid }: Merchant,
): Promise<void> {
  const entered = await tx.run`
    insert into merchant (mchid, company_id, appid) values (${mchid}, ${companyId}, ${appid})
    on conflict (mchid) do update set appid = excluded.appid where merchant.company_id = excluded.company_id`
  if (entered === 0) throw new Refusal('merchant-of-another-company', { mchid })
}
