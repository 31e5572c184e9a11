import type { ChangedPlace, MoneyPlace, NewPlace } from '@anjiao/shared/contract/counter'
import type { MoneyPlaceId, PersonId } from '@anjiao/shared/ids'
import type { PlaceKind } from '@anjiao/shared/vocabulary'
import { logAction } from '../platform/audit-log.ts'
import type { Ctx } from '../platform/context.ts'
import { brokenConstraint } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { clerkRoles } from './clerk-roles.ts'
import { lockTill } from './lock-till.ts'
import { placesOf } from './places.ts'
import { tillStanding } from './till-standing.ts'

/**
 * Sets up a till, a bank account or a card terminal. Refused as `till-needs-holder`, `holder-not-clerk` and
 * `place-name-taken`.
 */
export async function setUpPlace(ctx: Ctx, place: NewPlace): Promise<MoneyPlace> {
  await checkHolder(ctx, place.kind, place.holderId)
  const { id } = await ctx.tx.one<{ id: MoneyPlaceId }>`
    insert into money_place (community_id, kind, name, last_digits, holder_id)
    values (${ctx.community}, ${place.kind}, ${place.name.trim()}, ${place.lastDigits}, ${place.holderId})
    returning id`.catch(takenName(place.name))
  await logAction(ctx, 'money-place-set-up', `money place ${id}`, { kind: place.kind })
  return shown(ctx, id)
}

/**
 * Renames a place, gives a till to another clerk, or takes it out of use. Refused as `not-found`, as `setUpPlace` is, and as
 * `till-in-use` while money is in the till that goes out of use, or a count of it waits.
 */
export async function changePlace(ctx: Ctx, id: MoneyPlaceId, to: ChangedPlace): Promise<MoneyPlace> {
  const place = await ctx.tx.maybe<{ kind: PlaceKind }>`
    select kind from money_place where (community_id, id) = (${ctx.community}, ${id}) for no key update`
  if (!place) throw new Refusal('not-found')
  await checkHolder(ctx, place.kind, to.holderId)
  if (place.kind === 'cash' && !to.inUse) await refuseInUse(ctx, id)
  await ctx.tx.run`
    update money_place set name = ${to.name.trim()}, last_digits = ${to.lastDigits}, holder_id = ${to.holderId}, in_use = ${to.inUse}
     where (community_id, id) = (${ctx.community}, ${id})`.catch(takenName(to.name))
  await logAction(ctx, 'money-place-changed', `money place ${id}`, {
    holderId: to.holderId ?? 0,
    inUse: to.inUse,
  })
  return shown(ctx, id)
}

async function checkHolder(
  { tx, community }: Ctx,
  kind: PlaceKind,
  holderId: PersonId | null,
): Promise<void> {
  if ((kind === 'cash') !== (holderId !== null)) throw new Refusal('till-needs-holder')
  if (holderId === null) return
  const clerk = await tx.maybe`
    select from staff
     where (community_id, person_id) = (${community}, ${holderId}) and roles && ${clerkRoles}::text[]::staff_role[]`
  if (!clerk) throw new Refusal('holder-not-clerk')
}

async function refuseInUse(ctx: Ctx, id: MoneyPlaceId): Promise<void> {
  await lockTill(ctx, id)
  const { heldFen } = await tillStanding(ctx, id)
  const sessions = await ctx.tx.rows`
    select from till_session where (community_id, place_id) = (${ctx.community}, ${id}) and closed_at is null limit 1`
  if (heldFen !== 0 || sessions.length > 0) throw new Refusal('till-in-use')
}

const takenName = (name: string) => (error: unknown) => {
  throw brokenConstraint(error) === 'money_place_named_once'
    ? new Refusal('place-name-taken', { name })
    : error
}

async function shown(ctx: Ctx, id: MoneyPlaceId): Promise<MoneyPlace> {
  const place = (await placesOf(ctx)).find((each) => each.id === id)
  if (!place) throw new Error(`money place ${id} is gone`)
  return place
}
