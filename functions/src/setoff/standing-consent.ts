import type { HouseholdId, SetOffConsentId } from '@anjiao/shared/ids'
import type { Ctx } from '../platform/context.ts'

/** What holds for a home now. */
export interface StandingConsent {
  readonly id: SetOffConsentId
  readonly text: string
  readonly sha256: string
  readonly givenAt: Date
}

/**
 * The consent of a home that was not withdrawn, as long as whoever gave it is its owner and the home theirs: with a new owner it
 * ends by itself. Undefined: nothing is settled by itself.
 */
export const standingConsent = (
  { tx, community, today }: Ctx,
  householdId: HouseholdId,
): Promise<StandingConsent | undefined> =>
  tx.maybe<StandingConsent>`
    select c.id, c.text, encode(c.text_sha256, 'hex') as sha256, c.given_at
      from set_off_consent c
      join household h on (h.community_id, h.id) = (c.community_id, c.household_id) and coalesce(h.to_date >= ${today}, true)
      join membership m on (m.community_id, m.household_id, m.person_id) = (c.community_id, c.household_id, c.given_by)
                       and m.relation = 'owner'
     where (c.community_id, c.household_id) = (${community}, ${householdId}) and c.withdrawn_at is null`
