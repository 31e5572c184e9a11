import type { ContactStop, ContactWishes } from '@anjiao/shared/contract/notices'
import type { HouseholdId } from '@anjiao/shared/ids'
import { usualHours } from '@anjiao/shared/notice-limits'
import { logAction } from '../../platform/audit-log.ts'
import { actorName, type Ctx } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'

interface Stored extends ContactWishes {
  readonly reason: ContactStop['reason'] | null
  readonly note: string
}

/** How a home wishes to be reached, and what staff entered about that. Refused as `not-found`. */
export async function contactOf(
  { tx, community }: Ctx,
  householdId: HouseholdId,
): Promise<{ wishes: ContactWishes; stop: ContactStop | null }> {
  const stored = await tx.maybe<Stored>`
    select coalesce(w.written_only, false) as written_only, coalesce(w.from_hour, ${usualHours.from}) as from_hour,
           coalesce(w.to_hour, ${usualHours.to}) as to_hour, coalesce(w.address, '') as address, w.stop as reason,
           coalesce(w.stop_note, '') as note
      from household h left join contact_wish w on (w.community_id, w.household_id) = (h.community_id, h.id)
     where (h.community_id, h.id) = (${community}, ${householdId})`
  if (!stored) throw new Refusal('not-found')
  const { reason, note, ...wishes } = stored
  return { wishes, stop: reason === null ? null : { reason, note } }
}

/** Says how a home wishes to be reached. Refused as `hours-wrong` where they end before they begin. */
export async function wish(
  ctx: Ctx,
  householdId: HouseholdId,
  wishes: ContactWishes,
): Promise<ContactWishes> {
  const { writtenOnly, fromHour, toHour, address } = wishes
  if (toHour <= fromHour) throw new Refusal('hours-wrong')
  await ctx.tx.run`
    insert into contact_wish (community_id, household_id, written_only, from_hour, to_hour, address, changed_at, changed_by)
    values (${ctx.community}, ${householdId}, ${writtenOnly}, ${fromHour}, ${toHour}, ${address.trim()}, ${ctx.now},
            ${actorName(ctx.actor)})
    on conflict (community_id, household_id) do update
       set written_only = excluded.written_only, from_hour = excluded.from_hour, to_hour = excluded.to_hour,
           address = excluded.address, changed_at = excluded.changed_at, changed_by = excluded.changed_by`
  return (await contactOf(ctx, householdId)).wishes
}

/** Enters that a home is not to be contacted, and why, or that it may be again. */
export async function stopContact(
  ctx: Ctx,
  householdId: HouseholdId,
  stop: ContactStop | null,
): Promise<ContactStop | null> {
  await contactOf(ctx, householdId)
  await ctx.tx.run`
    insert into contact_wish (community_id, household_id, stop, stop_note, changed_at, changed_by)
    values (${ctx.community}, ${householdId}, ${stop?.reason ?? null}, ${stop?.note.trim() ?? ''}, ${ctx.now},
            ${actorName(ctx.actor)})
    on conflict (community_id, household_id) do update
       set stop = excluded.stop, stop_note = excluded.stop_note, changed_at = excluded.changed_at,
           changed_by = excluded.changed_by`
  await logAction(ctx, 'contact-stop', `household:${householdId}`, { stop: stop?.reason ?? 'none' })
  return (await contactOf(ctx, householdId)).stop
}
