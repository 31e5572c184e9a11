import type { HouseholdId, PersonId } from '@anjiao/shared/ids'
import type { Ctx } from '../../platform/context.ts'

/** Somebody of a home who uses the mini-program. */
export interface Recipient {
  readonly householdId: HouseholdId
  readonly personId: PersonId
  readonly openid: string
  readonly relation: 'owner' | 'family'
}

/**
 * Who of each home could be written to by WeChat: its owner, then family whom the owner has linked. Tenants never: what an
 * owner owes is not for others (个人信息保护法 10, 25). Nor who is gone from WeChat, until they sign in again.
 */
export async function recipients(
  { tx, community }: Ctx,
  appid: string,
  householdIds: readonly HouseholdId[],
): Promise<ReadonlyMap<HouseholdId, readonly Recipient[]>> {
  const found = await tx.rows<Recipient>`
    select m.household_id, m.person_id, a.openid, m.relation
      from membership m join wechat_account a on (a.person_id, a.appid) = (m.person_id, ${appid})
     where m.community_id = ${community} and m.household_id = any(${householdIds}::bigint[]) and m.relation in ('owner', 'family')
       and not exists (select from wechat_account_gone g where (g.appid, g.openid) = (a.appid, a.openid))
     order by m.relation, m.created_at, m.id`
  return Map.groupBy(found, ({ householdId }) => householdId)
}
