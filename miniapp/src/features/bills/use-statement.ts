import type { ChargeId } from '@anjiao/shared/ids'
import { call, type Reply } from '../../platform/call'
import { type Query, useQuery } from '../../platform/use-query'
import type { HomeAddress } from '../../routes'

/** The statement (账单明细) of one charge. */
export const useStatement = (
  { communityId, householdId }: HomeAddress,
  chargeId: ChargeId,
): Query<Reply<'GET /v1/communities/:communityId/households/:householdId/charges/:chargeId'>> =>
  useQuery(`charge-${communityId}-${householdId}-${chargeId}`, () =>
    call('GET /v1/communities/:communityId/households/:householdId/charges/:chargeId', {
      params: { communityId, householdId, chargeId },
    }),
  )
