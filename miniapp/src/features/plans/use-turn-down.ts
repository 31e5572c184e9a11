import type { Plan } from '@anjiao/shared/contract/plan'
import type { PlanId } from '@anjiao/shared/ids'
import { call } from '../../platform/call'
import { type Mutation, useMutation } from '../../platform/use-mutation'
import type { HomeAddress } from '../../routes'

/** The owner does not want what was offered, or takes an application back. */
export function useTurnDown(
  { communityId, householdId }: HomeAddress,
  planId: PlanId,
): Mutation<'decline' | 'withdraw', Plan> {
  const params = { communityId, householdId, planId }
  return useMutation((event, intention) =>
    event === 'decline'
      ? call(
          'POST /v1/communities/:communityId/households/:householdId/plans/:planId/decline',
          { params },
          { intention },
        )
      : call(
          'POST /v1/communities/:communityId/households/:householdId/plans/:planId/withdraw',
          { params },
          { intention },
        ),
  )
}
