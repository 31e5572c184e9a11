import type { Period } from '@anjiao/shared/calendar'
import { call } from '../../platform/call'
import { useQuery } from '../../platform/use-query'
import type { HomeAddress } from '../../routes'

/** The statement of a home for some days. */
export const useAccountStatement = ({ communityId, householdId }: HomeAddress, { from, to }: Period) =>
  useQuery(`account-statement-${communityId}-${householdId}-${from}-${to}`, () =>
    call('GET /v1/communities/:communityId/households/:householdId/account-statement', {
      params: { communityId, householdId },
      query: { from, to },
    }),
  )
