import type { TillSession } from '@anjiao/shared/contract/counter'
import type { EntryId, PersonId, TillSessionId } from '@anjiao/shared/ids'
import { formatYuan, negateFen } from '@anjiao/shared/money'
import { post } from '../ledger/index.ts'
import { logAction } from '../platform/audit-log.ts'
import type { Ctx } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'
import { differenceOf, type LockedSession, lockSession } from './lock-session.ts'
import { shownSession } from './session-view.ts'

/**
 * 复核点数. A second person confirms what a clerk has counted. What is missing or too much (长短款) is booked then, with the
 * reason. Refused as `not-found`, `till-not-counted`, `till-closed`, `second-person` to the clerk, and
 * `difference-needs-reason`.
 */
export async function confirmTill(
  ctx: Ctx,
  sessionId: TillSessionId,
  confirmer: PersonId,
  reason: string,
): Promise<TillSession> {
  const session = await lockSession(ctx, sessionId)
  if (session.clerkId === confirmer) throw new Refusal('second-person')
  if (session.closed) throw new Refusal('till-closed')
  if (!session.counted) throw new Refusal('till-not-counted')
  const entryId = await bookDifference(ctx, session, reason.trim())
  await ctx.tx.run`
    update till_session
       set closed_at = ${ctx.now}, closed_by = ${confirmer}, reason = ${reason.trim()}, difference_entry_id = ${entryId}
     where (community_id, id) = (${ctx.community}, ${sessionId})`
  await logAction(ctx, 'till-confirmed', `till session ${sessionId}`, {
    differenceFen: differenceOf(session),
  })
  return shownSession(ctx, sessionId)
}

async function bookDifference(ctx: Ctx, session: LockedSession, reason: string): Promise<EntryId | null> {
  const amountFen = differenceOf(session)
  if (amountFen === 0) return null
  if (reason === '') throw new Refusal('difference-needs-reason', { yuan: formatYuan(amountFen) })
  const place = String(session.placeId)
  return post(ctx, {
    kind: 'till_difference',
    source: `till-difference:${session.id}`,
    businessDate: ctx.today,
    memo: reason,
    lines: [
      { account: 'cash', place, amountFen },
      { account: 'till_difference', place, amountFen: negateFen(amountFen) },
    ],
  })
}
