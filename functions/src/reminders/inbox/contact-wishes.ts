import type { ContactStop, ContactWishes, HomeContact } from '@anjiao/shared/contract/notices'
import type { HouseholdId } from '@anjiao/shared/ids'
import { usualHours } from '@anjiao/shared/notice-limits'
import { leftStaff } from '@anjiao/shared/vocabulary'
import { logAction } from '../../platform/audit-log.ts'
import { actorName, type Ctx } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'

interface Stored extends ContactWishes {
  readonly enteredBy: string | null
  readonly isSaid: boolean
  readonly reason: ContactStop['reason'] | null
  readonly note: string
}

/** How a home wishes to be reached, who has said so, and what staff entered about that. Refused as `not-found`. */
export async function contactOf({ tx, community }: Ctx, householdId: HouseholdId): Promise<HomeContact> {
  const stored = await tx.maybe<Stored>`
    select coalesce(w.written_only, false) as written_only, coalesce(w.from_hour, ${usualHours.from}) as from_hour,
           coalesce(w.to_hour, ${usualHours.to}) as to_hour, coalesce(w.address, '') as address, w.stop as reason,
           coalesce(w.stop_note, '') as note, w.wished_by is not null as is_said,
           case when w.wished_by like 'staff:%' then coalesce(s.name, ${leftStaff}) end as entered_by
      from household h
      left join contact_wish w on (w.community_id, w.household_id) = (h.community_id, h.id)
      left join staff s on s.community_id = w.community_id and w.wished_by = 'staff:' || s.person_id
     where (h.community_id, h.id) = (${community}, ${householdId})`
  if (!stored) throw new Refusal('not-found')
  const { reason, note, isSaid, enteredBy, ...wishes } = stored
  return { wishes, said: isSaid ? { enteredBy } : null, stop: reason === null ? null : { reason, note } }
}

/**
 * Says how a home wishes to be reached: somebody of it, or staff to whom they have said it. Refused as `not-found`, and as
 * `hours-wrong` where the hours end before they begin.
 */
export async function wish(
  ctx: Ctx,
  householdId: HouseholdId,
  wishes: ContactWishes,
): Promise<ContactWishes> {
  const { writtenOnly, fromHour, toHour, address } = wishes
  if (toHour <= fromHour) throw new Refusal('hours-wrong')
  await contactOf(ctx, householdId)
  const by = actorName(ctx.actor)
  await ctx.tx.run`
    insert into contact_wish (community_id, household_id, written_only, from_hour, to_hour, address, wished_by, changed_at, changed_by)
    values (${ctx.community}, ${householdId}, ${writtenOnly}, ${fromHour}, ${toHour}, ${address.trim()}, ${by}, ${ctx.now}, ${by})
    on conflict (community_id, household_id) do update
       set written_only = excluded.written_only, from_hour = excluded.from_hour, to_hour = excluded.to_hour,
           address = excluded.address, wished_by = excluded.wished_by, changed_at = excluded.changed_at,
           changed_by = excluded.changed_by`
  if (ctx.actor.kind === 'staff') await logAction(ctx, 'contact-wishes', `household:${householdId}`)
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
