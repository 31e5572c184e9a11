import type { MoneyPlaceId, PersonId, TillSessionId } from '@anjiao/shared/ids'
import type { Ctx } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'

export interface Till {
  readonly id: MoneyPlaceId
  readonly kind: 'cash'
  /** Null when who had it has left. */
  readonly holderId: PersonId | null
  readonly inUse: boolean
}

/**
 * Locks a till: whatever moves its cash or counts it waits here for whoever does. Comes after the home, before its charges.
 * Refused as `not-found`.
 */
export async function lockTill({ tx, community }: Ctx, placeId: MoneyPlaceId): Promise<Till> {
  const till = await tx.maybe<Till>`
    select id, kind, holder_id, in_use from money_place
     where (community_id, id) = (${community}, ${placeId}) and kind = 'cash' for no key update`
  if (!till) throw new Refusal('not-found')
  return till
}

/** The till that a clerk has open, locked. Refused as `no-open-till`. */
export async function lockOwnTill(
  ctx: Ctx,
  clerk: PersonId,
): Promise<{ till: Till; sessionId: TillSessionId }> {
  const own = await openSession(ctx, clerk)
  if (!own) throw new Refusal('no-open-till')
  const till = await lockTill(ctx, own.placeId)
  // Asked again, in a statement of its own: it may have been counted while this one waited.
  if ((await openSession(ctx, clerk))?.id !== own.id) throw new Refusal('no-open-till')
  return { till, sessionId: own.id }
}

const openSession = ({ tx, community }: Ctx, clerk: PersonId) =>
  tx.maybe<{ id: TillSessionId; placeId: MoneyPlaceId }>`
    select id, place_id from till_session
     where (community_id, clerk_id) = (${community}, ${clerk}) and counted_at is null`
