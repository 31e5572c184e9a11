import { call } from '../../../platform/call'
import { useQuery } from '../../../platform/use-query'
import type { HomeAddress } from '../../../routes'

/** The mandate of a home, the next debit and those before. */
export const useBankDebit = ({ communityId, householdId }: HomeAddress) =>
  useQuery(`bank-debit-${communityId}-${householdId}`, () =>
    call('GET /v1/communities/:communityId/households/:householdId/debit', {
      params: { communityId, householdId },
    }),
  )
