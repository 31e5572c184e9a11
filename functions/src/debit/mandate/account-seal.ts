import type { CommunityId, HouseholdId } from '@anjiao/shared/ids'

/** The name that an account number is sealed under: of one home, and the very text it was given with. */
export const accountSeal = (community: CommunityId, householdId: HouseholdId, sha256: string): string =>
  `debit-account/${community}/${householdId}/${sha256}`
