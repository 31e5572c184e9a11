import type { MoneyPlaceId, PersonId, TillSessionId } from '@anjiao/shared/ids'
import { type Fen, subtractFen } from '@anjiao/shared/money'
import type { Ctx } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'
import { lockTill } from './lock-till.ts'

export interface LockedSession {
  readonly id: TillSessionId
  readonly placeId: MoneyPlaceId
  readonly clerkId: PersonId
  readonly handTo: PersonId | null
  readonly counted: boolean
  readonly closed: boolean
  /** Whether somebody has had the till since. */
  readonly followed: boolean
  readonly countedFen: Fen | null
  readonly expectedFen: Fen | null
}

/** A clerk's time at a till, the till locked. Refused as `not-found`. */
export async function lockSession(ctx: Ctx, sessionId: TillSessionId): Promise<LockedSession> {
  const at = await ctx.tx.maybe<{ placeId: MoneyPlaceId }>`
    select place_id from till_session where (community_id, id) = (${ctx.community}, ${sessionId})`
  if (!at) throw new Refusal('not-found')
  await lockTill(ctx, at.placeId)
  return ctx.tx.one<LockedSession>`
    select id, place_id, clerk_id, hand_to, counted_at is not null as counted, closed_at is not null as closed,
           exists (select from till_session later
                    where (later.community_id, later.place_id) = (s.community_id, s.place_id) and later.id > s.id) as followed,
           counted_fen, expected_fen
      from till_session s where (community_id, id) = (${ctx.community}, ${sessionId})`
}

/** What a count found beyond what the books say; below zero: missing. */
export function differenceOf({ countedFen, expectedFen }: LockedSession): Fen {
  if (countedFen === null || expectedFen === null)
    throw new Error('a till that is not counted has no difference')
  return subtractFen(countedFen, expectedFen)
}
