import type { HouseholdDetail } from '@anjiao/shared/contract/community'
import type { HouseholdId } from '@anjiao/shared/ids'
import { logAction } from '../platform/audit-log.ts'
import type { Ctx } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'

/** One household for staff, phones masked. */
export async function householdDetail(
  { tx, community }: Ctx,
  householdId: HouseholdId,
): Promise<HouseholdDetail> {
  const household = await tx.maybe<HouseholdDetail>`
    select h.id as household_id, room_name(b.name, r.unit, r.room_no) as room_name, h.owner_name,
           array(select masked_phone(phone) from unnest(h.owner_phones) as phone) as phones_masked,
           r.area_hundredths, r.usage, r.handover_date, h.from_date, h.to_date, h.remark, h.advance_fen,
           coalesce((
             select json_agg(json_build_object('label', m.label, 'relation', m.relation,
                                               'phoneMasked', masked_phone(coalesce(p.phone, m.phone, ''))) order by m.id)
               from membership m left join person p on p.id = m.person_id
              where (m.community_id, m.household_id) = (h.community_id, h.id)), '[]') as people
      from household h
      join room r on (r.community_id, r.id) = (h.community_id, h.room_id)
      join building b on (b.community_id, b.id) = (r.community_id, r.building_id)
     where (h.community_id, h.id) = (${community}, ${householdId})`
  if (!household) throw new Refusal('not-found')
  return household
}

/** The owner's phone numbers in full. Who asked, for which household and why is written down (个人信息保护法 51, 54). */
export async function revealPhones(
  ctx: Ctx,
  householdId: HouseholdId,
  reason: string,
): Promise<{ phones: string[] }> {
  const household = await ctx.tx.maybe<{ phones: string[] }>`
    select owner_phones as phones from household where (community_id, id) = (${ctx.community}, ${householdId})`
  if (!household) throw new Refusal('not-found')
  await logAction(ctx, 'phones-revealed', `household ${householdId}`, { reason })
  return household
}
