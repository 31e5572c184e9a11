import { keepHolds } from '../billing/index.ts'
import type { Ctx } from '../platform/context.ts'
import { planHolds } from './plan-holds.ts'
import { planOf, type StoredEvent, type StoredPlan } from './stored-plan.ts'

/** Holds the charges of a plan as what has happened to it says. */
export async function keepPlanHolds(
  ctx: Ctx,
  { id, householdId }: Pick<StoredPlan, 'id' | 'householdId'>,
): Promise<void> {
  const plan = await planOf(ctx, householdId, id)
  const held = planHolds(livedThrough(plan.events), plan.charges)
  await keepHolds(ctx, { matter: 'plan', subjectId: id, householdId }, held)
}

/** What counts of what is written down: until it was signed all of it, from then on what was not corrected since. */
export function livedThrough(events: readonly StoredEvent[]): StoredEvent[] {
  const signedAt = events.findIndex(({ event }) => event === 'sign')
  return signedAt < 0 ? [...events] : [...events.slice(0, signedAt + 1), ...sinceCorrection(events)]
}

/** What has happened since signing, by what is written down; what was corrected counts no more. */
export function sinceCorrection(events: readonly StoredEvent[]): StoredEvent[] {
  const from = events.findLastIndex(({ event }) => event === 'sign' || event === 'correct')
  return events.slice(from + 1).filter(({ event }) => event !== 'move')
}
