import type { PlanAgreement } from '@anjiao/shared/contract/plan-agreements'
import type { PlanId } from '@anjiao/shared/ids'
import { call } from '../../platform/call'
import { type Query, useQuery } from '../../platform/use-query'
import type { HomeAddress } from '../../routes'

/** The agreement of a plan (分期协议): to be signed, or as it was signed. */
export const usePlanAgreement = (
  { communityId, householdId }: HomeAddress,
  planId: PlanId,
): Query<PlanAgreement> =>
  useQuery(`agreement-${communityId}-${householdId}-${planId}`, () =>
    call('GET /v1/communities/:communityId/households/:householdId/plans/:planId/agreement', {
      params: { communityId, householdId, planId },
    }),
  )
