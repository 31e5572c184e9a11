import type { PersonId } from '@anjiao/shared/ids'
import type { RefusalCode } from '@anjiao/shared/refusals'
import { refuseOwnHome } from '../../identity/index.ts'
import type { Ctx } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { StoredRelief } from '../stored-relief.ts'

type Decided = Pick<StoredRelief, 'askedBy' | 'events' | 'state'>

/**
 * Why somebody may not decide about an application, if so: they asked themselves; they are the first of the two people it
 * takes; it was appealed, and they took part in the decision that was appealed against. Pure.
 */
export function whyNotDecide(
  { askedBy, events, state }: Decided,
  decider: PersonId,
): RefusalCode | undefined {
  if (askedBy === decider) return 'own-application'
  const appealedAt = events.findIndex(({ event }) => event === 'appeal')
  const first = appealedAt < 0 ? [] : events.slice(0, appealedAt)
  const isTheirs = ({ event, personId }: StoredRelief['events'][number]) =>
    personId === decider && (event === 'agree' || event === 'refuse')
  if (first.some(isTheirs)) return 'decided-before'
  if (state === 'agreed_once' && events.findLast(({ event }) => event === 'agree')?.personId === decider) {
    return 'same-decider'
  }
  return undefined
}

/** Refuses somebody who may not decide: also one linked to the home, as `own-application`. */
export async function refuseDecider(ctx: Ctx, relief: StoredRelief, decider: PersonId): Promise<void> {
  await refuseOwnHome(ctx, relief.householdId, decider)
  const why = whyNotDecide(relief, decider)
  if (why) throw new Refusal(why)
}
