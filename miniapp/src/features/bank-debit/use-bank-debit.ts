import type { OwnDebits } from '@anjiao/shared/contract/debit'
import { call } from '../../platform/call'
import { type Query, useQuery } from '../../platform/use-query'
import type { HomeAddress } from '../../routes'

/** The mandate of a home, the next debit and those before. Asked only when `ask` says so: nobody but an owner is answered. */
export const useBankDebit = ({ communityId, householdId }: HomeAddress, ask = true): Query<OwnDebits> =>
  useQuery(ask ? `bank-debit-${communityId}-${householdId}` : undefined, () =>
    call('GET /v1/communities/:communityId/households/:householdId/debit', {
      params: { communityId, householdId },
    }),
  )
