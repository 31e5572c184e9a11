import type { ReliefApplicationId } from '@anjiao/shared/ids'
import { call, type Reply } from '../../platform/call'
import { type Query, useQuery } from '../../platform/use-query'
import type { HomeAddress } from '../../routes'

/** Published standards, and the charges one may ask relief for. */
export const useReliefOptions = ({
  communityId,
  householdId,
}: HomeAddress): Query<Reply<'GET /v1/communities/:communityId/households/:householdId/relief-options'>> =>
  useQuery(`relief-options-${communityId}-${householdId}`, () =>
    call('GET /v1/communities/:communityId/households/:householdId/relief-options', {
      params: { communityId, householdId },
    }),
  )

/** 减免申请 of a home, newest first. */
export const useReliefApplications = ({
  communityId,
  householdId,
}: HomeAddress): Query<Reply<'GET /v1/communities/:communityId/households/:householdId/relief'>> =>
  useQuery(`relief-${communityId}-${householdId}`, () =>
    call('GET /v1/communities/:communityId/households/:householdId/relief', {
      params: { communityId, householdId },
    }),
  )

export const useReliefApplication = (
  { communityId, householdId }: HomeAddress,
  applicationId: ReliefApplicationId,
): Query<Reply<'GET /v1/communities/:communityId/households/:householdId/relief/:applicationId'>> =>
  useQuery(`relief-${communityId}-${householdId}-${applicationId}`, () =>
    call('GET /v1/communities/:communityId/households/:householdId/relief/:applicationId', {
      params: { communityId, householdId, applicationId },
    }),
  )
