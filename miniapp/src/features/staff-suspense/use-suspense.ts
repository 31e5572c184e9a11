import type { OpenSuspense, ResolvedSuspense, SuspenseBill } from '@anjiao/shared/contract/suspense'
import type { CommunityId, HouseholdId } from '@anjiao/shared/ids'
import { call } from '../../platform/call'
import { type Query, useQuery } from '../../platform/use-query'

/** Money that waits for somebody to say whose it is, oldest first. */
export const useOpenSuspense = (communityId: CommunityId): Query<OpenSuspense[]> =>
  useQuery(`suspense-${communityId}`, () =>
    call('GET /v1/staff/communities/:communityId/suspense', { params: { communityId } }),
  )

/** What was made of it, the last first. */
export const useResolvedSuspense = (communityId: CommunityId): Query<ResolvedSuspense[]> =>
  useQuery(`suspense-resolved-${communityId}`, () =>
    call('GET /v1/staff/communities/:communityId/suspense/resolved', { params: { communityId } }),
  )

/** What is open of a home that it may belong to. */
export const useSuspenseBill = (communityId: CommunityId, householdId: HouseholdId): Query<SuspenseBill> =>
  useQuery(`suspense-bill-${communityId}-${householdId}`, () =>
    call('GET /v1/staff/communities/:communityId/suspense/homes/:householdId', {
      params: { communityId, householdId },
    }),
  )
