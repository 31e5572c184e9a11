import { countedFen } from '@anjiao/shared/cash-count'
import type { CashCount, TillSession } from '@anjiao/shared/contract/counter'
import type { PersonId, TillSessionId } from '@anjiao/shared/ids'
import { logAction } from '../platform/audit-log.ts'
import type { Ctx } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'
import { differenceOf, lockSession } from './lock-session.ts'
import { beginSession } from './open-till.ts'
import { shownSession } from './session-view.ts'

/**
 * 接班. Who takes a till over counts it as well; when both find the same, it is theirs and open. Where the books agree too, the
 * time of the one before is over; otherwise its count waits for finance. Refused as `not-found` to anybody else, `till-closed`,
 * and `counts-differ`.
 */
export async function handOverTill(
  ctx: Ctx,
  sessionId: TillSessionId,
  taker: PersonId,
  count: CashCount,
): Promise<TillSession> {
  const session = await lockSession(ctx, sessionId)
  if (session.handTo !== taker) throw new Refusal('not-found')
  if (session.closed || session.followed) throw new Refusal('till-closed')
  if (countedFen(count) !== session.countedFen) throw new Refusal('counts-differ')

  const next = await beginSession(ctx, session.placeId, taker, count)
  if (differenceOf(session) === 0)
    await ctx.tx.run`
      update till_session set closed_at = ${ctx.now}, closed_by = ${taker}
       where (community_id, id) = (${ctx.community}, ${sessionId})`
  await ctx.tx.run`
    update money_place set holder_id = ${taker} where (community_id, id) = (${ctx.community}, ${session.placeId})`
  await logAction(ctx, 'till-handed-over', `till session ${sessionId}`, { to: taker, next })
  return shownSession(ctx, next)
}
