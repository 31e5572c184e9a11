import type { PlanId } from '@anjiao/shared/ids'
import type { Fen } from '@anjiao/shared/money'
import { call } from '../../platform/call'
import { type Mutation, useMutation } from '../../platform/use-mutation'
import type { HomeAddress } from '../../routes'
import { payIfAsShown } from '../payments/pay'

export interface PayUpTo {
  /** The last instalment to be paid. */
  upTo: number
  /** What the person was shown. */
  shownFen: Fen
}

/** Pays what is open of a plan up to an instalment: the next one, several, or all. */
export function usePayPlan(
  { communityId, householdId }: HomeAddress,
  planId: PlanId,
): Mutation<PayUpTo, void> {
  const params = { communityId, householdId, planId }
  return useMutation(async ({ upTo, shownFen }, intention) => {
    const started = await call(
      'POST /v1/communities/:communityId/households/:householdId/plans/:planId/payments',
      { params, body: { upTo } },
      { intention },
    )
    await payIfAsShown(params, started, shownFen)
  })
}
