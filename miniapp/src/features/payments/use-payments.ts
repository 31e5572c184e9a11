import type { PaymentRecord } from '@anjiao/shared/contract/payments'
import type { PaymentId } from '@anjiao/shared/ids'
import { call } from '../../platform/call'
import { type Pages, usePages } from '../../platform/use-pages'
import { type Query, useQuery } from '../../platform/use-query'
import type { HomeAddress } from '../../routes'
import { isFinal } from './standing'

const slice = ({ communityId, householdId }: HomeAddress, before?: string) =>
  call('GET /v1/communities/:communityId/households/:householdId/payments', {
    params: { communityId, householdId },
    query: before === undefined ? {} : { before },
  })

/** The payments of a home by whatever way, newest first. */
export const usePayments = (home: HomeAddress): Pages<PaymentRecord> =>
  usePages<PaymentRecord, string>(`payments-${home.communityId}-${home.householdId}`, async (before) => {
    const { payments, more } = await slice(home, before)
    return { rows: payments, next: more ? payments[payments.length - 1]?.key : undefined }
  })

/** One payment that is booked. */
export const usePaymentRecord = (
  { communityId, householdId }: HomeAddress,
  paymentId: PaymentId,
): Query<PaymentRecord> =>
  useQuery(`payment-record-${communityId}-${householdId}-${paymentId}`, () =>
    call('GET /v1/communities/:communityId/households/:householdId/payment-records/:paymentId', {
      params: { communityId, householdId, paymentId },
    }),
  )

/** The newest payment of a home that was begun and has no end yet, so that nobody pays the same twice. */
export function useUnfinishedPayment(home: HomeAddress): PaymentRecord | undefined {
  const newest = useQuery(`unfinished-${home.communityId}-${home.householdId}`, () => slice(home))
  return newest.data?.payments.find((record) => !isFinal(record))
}
