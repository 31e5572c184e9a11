import type { HouseholdId } from '@anjiao/shared/ids'
import type { Ctx } from '../../platform/context.ts'

/** Locks homes by id, the order everyone locks in: a payment, a withdrawal or a change of theirs comes before this or after it. */
export async function lockHomes({ tx, community }: Ctx, homes: readonly HouseholdId[]): Promise<void> {
  await tx.run`
    select from household where community_id = ${community} and id = any(${homes}::bigint[]) order by id for update`
}
