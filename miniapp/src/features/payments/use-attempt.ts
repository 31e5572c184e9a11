import type { PaymentAttempt } from '@anjiao/shared/contract/payments'
import type { PaymentAttemptId } from '@anjiao/shared/ids'
import { useRef } from 'react'
import { call } from '../../platform/call'
import { type Query, useQuery } from '../../platform/use-query'
import type { HomeAddress } from '../../routes'
import { isFinal } from './standing'

const soonMs = 1_500
const soonAsks = 20
const laterMs = 5_000
/** About ten minutes in all; then the person may ask by hand. */
const asksMax = 130

/** How a payment stands, by the server's word: asked again and again, ever more slowly, until it is final. */
export function useAttempt(home: HomeAddress, attemptId: PaymentAttemptId): Query<PaymentAttempt> {
  const { communityId, householdId } = home
  const asked = useRef(0)
  const load = () => {
    asked.current++
    return call('GET /v1/communities/:communityId/households/:householdId/payments/:attemptId', {
      params: { communityId, householdId, attemptId },
    })
  }
  return useQuery(`payment-${communityId}-${householdId}-${attemptId}`, load, {
    askAgainMs: (attempt) => {
      if (isFinal(attempt) || asked.current >= asksMax) return undefined
      return asked.current < soonAsks ? soonMs : laterMs
    },
  })
}
