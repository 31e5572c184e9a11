import type { CashCount, TillSession } from '@anjiao/shared/contract/counter'
import type { PersonId, TillSessionId } from '@anjiao/shared/ids'
import { type Fen, subtractFen } from '@anjiao/shared/money'
import { holdsAnyOf } from '../identity/index.ts'
import type { Ctx } from '../platform/context.ts'
import { confirmingRoles } from './clerk-roles.ts'

/** How many a page of the history holds. */
const pageSize = 20
/** Counts that wait are work of days, and few; tills are fewer. */
const waitingMax = 100

/** One clerk's time at a till, for who asks. */
export async function shownSession(ctx: Ctx, sessionId: TillSessionId): Promise<TillSession> {
  const [session] = await sessions(ctx, { fromId: sessionId, toId: sessionId, limit: 1 })
  if (!session) throw new Error(`till session ${sessionId} is gone`)
  return session
}

/** Who had which till, newest first. */
export async function tillHistory(
  ctx: Ctx,
  before?: number,
): Promise<{ sessions: TillSession[]; more: boolean }> {
  const toId = before === undefined ? Number.MAX_SAFE_INTEGER : before - 1
  const found = await sessions(ctx, { fromId: 1, toId, limit: pageSize + 1 })
  return { sessions: found.slice(0, pageSize), more: found.length > pageSize }
}

/** All that are not over: open, or counted and not confirmed. */
export const unfinishedSessions = (ctx: Ctx): Promise<TillSession[]> =>
  sessions(ctx, { fromId: 1, toId: Number.MAX_SAFE_INTEGER, limit: waitingMax, unfinished: true })

interface Stored {
  readonly id: TillSessionId
  readonly placeId: TillSession['placeId']
  readonly tillName: string
  readonly clerkId: PersonId
  readonly clerkName: string
  readonly openedAt: Date
  readonly openedFen: Fen
  readonly openedExpectedFen: Fen
  readonly countedAt: Date | null
  readonly counted: CashCount | null
  readonly countedFen: Fen | null
  readonly expectedFen: Fen | null
  readonly handTo: string | null
  readonly takenOver: boolean
  readonly closedAt: Date | null
  readonly closedBy: string | null
  readonly reason: string
}

async function sessions(
  ctx: Ctx,
  {
    fromId,
    toId,
    limit,
    unfinished = false,
  }: { fromId: number; toId: number; limit: number; unfinished?: boolean },
): Promise<TillSession[]> {
  const stored = await ctx.tx.rows<Stored>`
    select s.id, s.place_id, p.name as till_name, s.clerk_id, coalesce(clerk.name, '已离职') as clerk_name, s.opened_at, s.opened_fen,
           s.opened_expected_fen, s.counted_at, s.counted, s.counted_fen, s.expected_fen,
           case when s.hand_to is not null then coalesce(taker.name, '已离职') end as hand_to,
           s.hand_to is not null and exists (
             select from till_session later
              where (later.community_id, later.place_id) = (s.community_id, s.place_id) and later.id > s.id) as taken_over,
           s.closed_at, case when s.closed_by is not null then coalesce(closer.name, '已离职') end as closed_by, s.reason
      from till_session s
      join money_place p on (p.community_id, p.id) = (s.community_id, s.place_id)
      left join staff clerk on (clerk.community_id, clerk.person_id) = (s.community_id, s.clerk_id)
      left join staff taker on (taker.community_id, taker.person_id) = (s.community_id, s.hand_to)
      left join staff closer on (closer.community_id, closer.person_id) = (s.community_id, s.closed_by)
     where s.community_id = ${ctx.community} and s.id between ${fromId} and ${toId}
       and (not ${unfinished} or s.closed_at is null)
     order by s.id desc limit ${limit}`
  return stored.map((session) => shown(ctx, session))
}

/** What the books expect is told after the count, so that nobody counts towards it. */
function shown(ctx: Ctx, stored: Stored): TillSession {
  const { openedExpectedFen, openedAt, countedAt, closedAt, countedFen, expectedFen, ...rest } = stored
  const counted = countedFen !== null && expectedFen !== null
  const state = closedAt ? 'closed' : countedAt ? 'counted' : 'open'
  return {
    ...rest,
    state,
    openedAt: openedAt.toISOString(),
    countedAt: countedAt?.toISOString() ?? null,
    closedAt: closedAt?.toISOString() ?? null,
    countedFen,
    expectedFen,
    differenceFen: counted ? subtractFen(countedFen, expectedFen) : null,
    openedDifferenceFen: counted ? subtractFen(stored.openedFen, openedExpectedFen) : null,
    mayConfirm: state === 'counted' && mayConfirm(ctx, stored.clerkId),
  }
}

const mayConfirm = ({ actor }: Ctx, clerkId: PersonId): boolean =>
  actor.kind === 'staff' && actor.personId !== clerkId && holdsAnyOf(actor.roles, confirmingRoles)
