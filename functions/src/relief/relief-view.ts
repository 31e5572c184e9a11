import type { Charge } from '@anjiao/shared/contract/billing'
import type { ReliefApplication, ReliefGrant } from '@anjiao/shared/contract/relief-application'
import type { ChargeId, HouseholdId, ReliefApplicationId } from '@anjiao/shared/ids'
import { shownCharges } from '../billing/index.ts'
import { photosOf } from '../evidence/index.ts'
import type { Ctx } from '../platform/context.ts'
import type { ReliefEventKind } from '../platform/database-types.ts'
import { shownStandard } from './standards/standard-rows.ts'
import { reliefOf, type StoredRelief, storedRelief, subjectOf } from './stored-relief.ts'

/** The applications of a home, newest first. */
export async function reliefOfHome(ctx: Ctx, householdId: HouseholdId): Promise<ReliefApplication[]> {
  return shownRelief(ctx, await storedRelief(ctx, { householdId }))
}

/** One application of a home. Refused as `not-found`, also for another home's. */
export async function reliefView(
  ctx: Ctx,
  householdId: HouseholdId,
  id: ReliefApplicationId,
): Promise<ReliefApplication> {
  return shownOne(ctx, await reliefOf(ctx, id, householdId))
}

/** An application as its owner sees it. */
export async function shownOne(ctx: Ctx, relief: StoredRelief): Promise<ReliefApplication> {
  const [shown] = await shownRelief(ctx, [relief])
  if (!shown) throw new Error('one application is shown as one')
  return shown
}

async function shownRelief(ctx: Ctx, stored: readonly StoredRelief[]): Promise<ReliefApplication[]> {
  const charges = await shownCharges(
    ctx,
    stored.flatMap(({ chargeIds }) => chargeIds),
  )
  const shown: ReliefApplication[] = []
  for (const relief of stored) shown.push(await show(ctx, relief, charges))
  return shown
}

async function show(
  ctx: Ctx,
  relief: StoredRelief,
  charges: ReadonlyMap<ChargeId, Charge>,
): Promise<ReliefApplication> {
  const { id, householdId, state, statement, evidenceWay, replyBy, sendBy, appealUntil, events } = relief
  return {
    id,
    householdId,
    state,
    standard: shownStandard(relief.standard),
    charges: relief.chargeIds.flatMap((chargeId) => charges.get(chargeId) ?? []),
    statement,
    evidenceWay,
    checked: lastNote(relief, checking),
    photos: await photosOf(ctx, subjectOf(id)),
    askedAt: relief.askedAt.toISOString(),
    replyBy,
    sendBy,
    appealUntil,
    grant: grantOf(relief),
    reason: lastNote(relief, answering),
    happenings: events.map(({ at, event, to, by, note }) => ({
      at,
      event,
      to,
      by: whoDid(by),
      // What the first of two people wrote is for the second.
      note: event === 'agree' ? '' : note,
    })),
  }
}

/** What was granted, if anything was. */
export function grantOf(relief: Pick<StoredRelief, 'grantedOn'> & ReliefGrant): ReliefGrant | null {
  const { grantedOn, percent, principalFen, lateFeeFen, deferredUntil, instalments, lastsUntil } = relief
  return grantedOn === null
    ? null
    : { percent, principalFen, lateFeeFen, deferredUntil, instalments, lastsUntil }
}

const checking: ReadonlySet<ReliefEventKind> = new Set(['check'])
const answering: ReadonlySet<ReliefEventKind> = new Set([
  'return',
  'grant',
  'refuse',
  'refuse_finally',
  'lapse',
  'reverse',
  'stop',
])

const lastNote = ({ events }: StoredRelief, kinds: ReadonlySet<ReliefEventKind>): string =>
  events.findLast(({ event, note }) => kinds.has(event) && note !== '')?.note ?? ''

/** People are not named to residents. */
function whoDid(actor: string): string {
  if (actor.startsWith('person:')) return '业主'
  return actor.startsWith('staff:') ? '物业' : '系统'
}
