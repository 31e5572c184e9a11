import { countedFen } from '@anjiao/shared/cash-count'
import type { CashCount, TillSession } from '@anjiao/shared/contract/counter'
import type { MoneyPlaceId, PersonId, TillSessionId } from '@anjiao/shared/ids'
import { logAction } from '../platform/audit-log.ts'
import type { Ctx } from '../platform/context.ts'
import { brokenConstraint } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { lockTill } from './lock-till.ts'
import { shownSession } from './session-view.ts'
import { tillStanding } from './till-standing.ts'

/**
 * 开柜. The clerk who holds a till counts what is in it and begins to take money. What is missing already is kept beside the
 * count, so that it is not theirs. Refused as `not-found`, `place-not-usable`, `not-your-till`, and `till-already-open` where
 * the till, or another one of the clerk, is.
 */
export async function openTill(
  ctx: Ctx,
  placeId: MoneyPlaceId,
  clerk: PersonId,
  count: CashCount,
): Promise<TillSession> {
  const till = await lockTill(ctx, placeId)
  if (!till.inUse) throw new Refusal('place-not-usable')
  if (till.holderId !== clerk) throw new Refusal('not-your-till')
  return shownSession(ctx, await beginSession(ctx, placeId, clerk, count))
}

/** Begins a clerk's time at a till that is locked. */
export async function beginSession(
  ctx: Ctx,
  placeId: MoneyPlaceId,
  clerk: PersonId,
  count: CashCount,
): Promise<TillSessionId> {
  const openedFen = countedFen(count)
  const { expectedFen } = await tillStanding(ctx, placeId)
  const { id } = await ctx.tx.one<{ id: TillSessionId }>`
    insert into till_session (community_id, place_id, clerk_id, opened_at, opened_with, opened_fen, opened_expected_fen)
    values (${ctx.community}, ${placeId}, ${clerk}, ${ctx.now}, ${JSON.stringify(count)}, ${openedFen}, ${expectedFen})
    returning id`.catch((error: unknown) => {
    const broken = brokenConstraint(error) ?? ''
    throw opensOnce.has(broken) ? new Refusal('till-already-open') : error
  })
  await logAction(ctx, 'till-opened', `till session ${id}`, { placeId, openedFen, expectedFen })
  return id
}

const opensOnce: ReadonlySet<string> = new Set(['till_open_once', 'clerk_at_one_till'])
