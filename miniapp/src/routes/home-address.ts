import type { CommunityId, HouseholdId } from '@anjiao/shared/ids'

/** Which home a page is about. */
export interface HomeAddress {
  communityId: CommunityId
  householdId: HouseholdId
}

/** What an address says after its `?`, as the router gives it. */
export type PageParams = Readonly<Record<string, string | undefined>>

export const homeParams = ({ communityId, householdId }: HomeAddress) => ({
  community: communityId,
  household: householdId,
})

/** Reads what `homeParams` has written. A number that is none leads to the server's “not found”. */
export const homeIn = ({ community, household }: PageParams): HomeAddress => ({
  communityId: Number(community) as CommunityId,
  householdId: Number(household) as HouseholdId,
})
