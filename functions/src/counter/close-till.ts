import { countedFen } from '@anjiao/shared/cash-count'
import type { CashCount, TillSession } from '@anjiao/shared/contract/counter'
import type { PersonId, TillSessionId } from '@anjiao/shared/ids'
import { logAction } from '../platform/audit-log.ts'
import type { Ctx } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'
import { clerkRoles } from './clerk-roles.ts'
import { lockSession } from './lock-session.ts'
import { shownSession } from './session-view.ts'
import { tillStanding } from './till-standing.ts'

export interface TillCount {
  readonly count: CashCount
  /** The clerk who takes the till over and counts it too; null: it is closed. */
  readonly handTo: PersonId | null
}

/**
 * 点钞交班. The clerk counts the till without being told what should be in it; from then on it takes nothing. They may count
 * again until a second person has confirmed it or somebody has the till. Refused as `not-found`, `not-your-till`,
 * `till-closed`, and `holder-not-clerk` when it is handed to somebody who takes no money, or to oneself.
 */
export async function closeTill(
  ctx: Ctx,
  sessionId: TillSessionId,
  clerk: PersonId,
  { count, handTo }: TillCount,
): Promise<TillSession> {
  const session = await lockSession(ctx, sessionId)
  if (session.clerkId !== clerk) throw new Refusal('not-your-till')
  if (session.closed || session.followed) throw new Refusal('till-closed')
  if (handTo !== null) await checkTaker(ctx, clerk, handTo)
  const { expectedFen, lastPosting } = await tillStanding(ctx, session.placeId, sessionId)
  await ctx.tx.run`
    update till_session
       set counted_at = ${ctx.now}, counted = ${JSON.stringify(count)}, counted_fen = ${countedFen(count)},
           expected_fen = ${expectedFen}, last_posting = ${lastPosting}, hand_to = ${handTo}
     where (community_id, id) = (${ctx.community}, ${sessionId})`
  await logAction(ctx, 'till-counted', `till session ${sessionId}`, {
    countedFen: countedFen(count),
    expectedFen,
    handTo: handTo ?? 0,
  })
  return shownSession(ctx, sessionId)
}

async function checkTaker({ tx, community }: Ctx, clerk: PersonId, handTo: PersonId): Promise<void> {
  const taker = await tx.maybe`
    select from staff
     where (community_id, person_id) = (${community}, ${handTo}) and roles && ${clerkRoles}::text[]::staff_role[]`
  if (!taker || handTo === clerk) throw new Refusal('holder-not-clerk')
}
