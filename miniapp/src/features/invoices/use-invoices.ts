import { call } from '../../platform/call'
import { useQuery } from '../../platform/use-query'
import type { HomeAddress } from '../../routes'

/** What a home asked for, and the payments it may still ask an invoice for. */
export const useInvoices = ({ communityId, householdId }: HomeAddress) =>
  useQuery(`invoices-${communityId}-${householdId}`, () =>
    call('GET /v1/communities/:communityId/households/:householdId/invoice-requests', {
      params: { communityId, householdId },
    }),
  )
