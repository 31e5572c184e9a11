import type { BusinessDate } from '@anjiao/shared/calendar'
import type { ReliefGrant } from '@anjiao/shared/contract/relief-application'
import type { ReliefApplicationId } from '@anjiao/shared/ids'
import type { Fen } from '@anjiao/shared/money'
import {
  afterReliefEvent,
  type ReliefEvent,
  type ReliefState,
  reliefStates,
} from '@anjiao/shared/relief-life'
import { keepHolds } from '../billing/index.ts'
import { actorName, type Ctx } from '../platform/context.ts'
import type { ReliefEventKind } from '../platform/database-types.ts'
import { Refusal } from '../platform/refusal.ts'
import { reliefHolds } from './relief-holds.ts'
import { reliefOf, type StoredRelief } from './stored-relief.ts'

/** What goes with the state that an event leads to; what is not named is nothing. */
export interface Going {
  readonly note?: string
  /** The day it happened on, where a job comes later. */
  readonly on?: BusinessDate
  /** Until when staff answer. */
  readonly replyBy?: BusinessDate | null
  /** Until when the owner may send what is missing. */
  readonly sendBy?: BusinessDate
  readonly appealUntil?: BusinessDate
  /** What the first of two people agreed to. */
  readonly agreed?: { readonly percent: number | null; readonly principalFen: Fen }
  readonly granted?: { readonly grant: ReliefGrant; readonly inFull: boolean }
}

/**
 * Moves an application by one event of its life, writes it down, and holds its charges as it says then. Refused as
 * `relief-moved-on` when the event is not for the state it is in by now. The home must be locked.
 */
export async function moveRelief(
  ctx: Ctx,
  relief: Pick<StoredRelief, 'id' | 'state'>,
  event: ReliefEvent,
  going: Going = {},
): Promise<StoredRelief> {
  const to = afterReliefEvent(relief.state, event)
  if (!to) throw movedOn(relief.state)
  await store(ctx, relief.id, to, going)
  await writeDown(ctx, relief.id, event, to, going)
  return keepReliefHolds(ctx, relief.id)
}

/** What was granted stays with the application, whatever becomes of it. */
async function store(
  { tx, community, today }: Ctx,
  id: ReliefApplicationId,
  to: ReliefState,
  { replyBy, sendBy, appealUntil, agreed, granted }: Going,
): Promise<void> {
  const grant = granted?.grant
  await tx.run`
    update relief_application
       set state = ${to}, reply_by = ${replyBy ?? null}, send_by = ${sendBy ?? null}, appeal_until = ${appealUntil ?? null},
           agreed_percent = ${agreed?.percent ?? null}, agreed_fen = ${agreed?.principalFen ?? null},
           granted_on = coalesce(${grant ? today : null}, granted_on), in_full = coalesce(${granted?.inFull ?? null}, in_full),
           percent = coalesce(${grant?.percent ?? null}, percent),
           principal_fen = coalesce(${grant?.principalFen ?? null}, principal_fen),
           late_fee_fen = coalesce(${grant?.lateFeeFen ?? null}, late_fee_fen),
           deferred_until = coalesce(${grant?.deferredUntil ?? null}, deferred_until),
           instalments = coalesce(${grant?.instalments ?? null}, instalments),
           lasts_until = coalesce(${grant?.lastsUntil ?? null}, lasts_until)
     where (community_id, id) = (${community}, ${id})`
}

export const movedOn = (state: ReliefState): Refusal =>
  new Refusal('relief-moved-on', { state: reliefStates[state].label })

/** Writes down what happened to an application. */
export async function writeDown(
  { tx, community, now, today, actor }: Ctx,
  id: ReliefApplicationId,
  event: ReliefEventKind,
  to: ReliefState,
  { note = '', on = today }: Pick<Going, 'note' | 'on'> = {},
): Promise<void> {
  await tx.run`
    insert into relief_event (community_id, application_id, event, to_state, on_date, note, at, by, person_id)
    values (${community}, ${id}, ${event}, ${to}, ${on}, ${note.trim()}, ${now}, ${actorName(actor)},
            ${actor.kind === 'system' ? null : actor.personId})`
}

/** Holds the charges of an application as its life says, and answers it as it is stored then. */
export async function keepReliefHolds(ctx: Ctx, id: ReliefApplicationId): Promise<StoredRelief> {
  const relief = await reliefOf(ctx, id)
  const { householdId, events, deferredUntil, chargeIds } = relief
  await keepHolds(
    ctx,
    { matter: 'relief', subjectId: id, householdId },
    reliefHolds(events, deferredUntil, chargeIds),
  )
  return relief
}
