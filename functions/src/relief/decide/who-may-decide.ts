import type { PersonId } from '@anjiao/shared/ids'
import type { RefusalCode } from '@anjiao/shared/refusals'
import { refuseOwnRequest } from '../../identity/index.ts'
import type { Ctx } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { StoredRelief } from '../stored-relief.ts'

type Decided = Pick<StoredRelief, 'events' | 'state'>

/**
 * Why somebody may not decide about an application of others, if so: they are the first of the two people it takes; it was
 * appealed, and they took part in the decision that was appealed against. Pure.
 */
export function whyNotDecide({ events, state }: Decided, decider: PersonId): RefusalCode | undefined {
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

/** Refuses somebody who may not decide: also who asked or is linked to the home, as `own-application`. */
export async function refuseDecider(ctx: Ctx, relief: StoredRelief, decider: PersonId): Promise<void> {
  await refuseOwnRequest(ctx, relief, decider)
  const why = whyNotDecide(relief, decider)
  if (why) throw new Refusal(why)
}
