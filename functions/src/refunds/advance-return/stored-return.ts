import { type AdvanceReturnState, advanceReturnStates } from '@anjiao/shared/advance-return'
import type { AdvanceReturnId, HouseholdId, PersonId } from '@anjiao/shared/ids'
import type { Ctx } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'

export interface OpenReturn {
  readonly id: AdvanceReturnId
  readonly state: AdvanceReturnState
  /** The owner who asked; null: staff began it. */
  readonly wantedBy: PersonId | null
  /** Whether who asked is an owner of the home still. */
  readonly ofOwner: boolean
}

export const subjectOfReturn = (id: AdvanceReturnId): string => `advance return ${id}`

/** The one return of a home's advance that waits or is checked, if any. The home must be locked for the answer to hold. */
export const openReturnOf = (
  { tx, community }: Ctx,
  householdId: HouseholdId,
): Promise<OpenReturn | undefined> =>
  tx.maybe<OpenReturn>`
    select id, state, wanted_by,
           exists (select from membership m
                    where (m.community_id, m.household_id, m.person_id) = (r.community_id, r.household_id, r.wanted_by)
                      and m.relation = 'owner') as of_owner
      from advance_return r
     where (community_id, household_id) = (${community}, ${householdId}) and state in ('waiting', 'checking')`

/** Refused as `advance-return-moved-on` unless it waits. The home is locked. */
export async function refuseUnlessWaiting({ tx, community }: Ctx, id: AdvanceReturnId): Promise<void> {
  const { state } = await tx.one<{ state: AdvanceReturnState }>`
    select state from advance_return where (community_id, id) = (${community}, ${id})`
  if (state !== 'waiting') throw new Refusal('advance-return-moved-on', { state: advanceReturnStates[state] })
}

/** Brings one that waits to its end. */
export async function withdrawReturn({ tx, community }: Ctx, id: AdvanceReturnId): Promise<void> {
  await tx.run`update advance_return set state = 'withdrawn' where (community_id, id) = (${community}, ${id})`
}
