import type { HouseholdId } from '@anjiao/shared/ids'
import type { Ctx } from '../platform/context.ts'

/**
 * Locks a home, before anything that belongs to it: whoever changes its plans, its relief or its disputes, or settles its
 * charges, waits here for whoever does.
 */
export async function lockHome({ tx, community }: Ctx, householdId: HouseholdId): Promise<void> {
  await tx.run`select from household where (community_id, id) = (${community}, ${householdId}) for update`
}
