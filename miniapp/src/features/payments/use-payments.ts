import type { PaymentAttempt } from '@anjiao/shared/contract/payments'
import type { PaymentAttemptId } from '@anjiao/shared/ids'
import { call } from '../../platform/call'
import { type Pages, usePages } from '../../platform/use-pages'
import { useQuery } from '../../platform/use-query'
import type { HomeAddress } from '../../routes'
import { isFinal } from './standing'

const slice = ({ communityId, householdId }: HomeAddress, before?: PaymentAttemptId) =>
  call('GET /v1/communities/:communityId/households/:householdId/payments', {
    params: { communityId, householdId },
    query: before === undefined ? {} : { before },
  })

/** The payments of a home, newest first. */
export const usePayments = (home: HomeAddress): Pages<PaymentAttempt> =>
  usePages(`payments-${home.communityId}-${home.householdId}`, async (before?: PaymentAttemptId) => {
    const { payments, more } = await slice(home, before)
    return { rows: payments, next: more ? payments[payments.length - 1]?.id : undefined }
  })

/** The newest payment of a home that was begun and has no end yet, so that nobody pays the same twice. */
export function useUnfinishedPayment(home: HomeAddress): PaymentAttempt | undefined {
  const newest = useQuery(`unfinished-${home.communityId}-${home.householdId}`, () => slice(home))
  return newest.data?.payments.find((attempt) => !isFinal(attempt))
}
