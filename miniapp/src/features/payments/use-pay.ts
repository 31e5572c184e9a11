import type { PaymentChoice } from '@anjiao/shared/contract/payments'
import type { Fen } from '@anjiao/shared/money'
import { call } from '../../platform/call'
import { useMutation } from '../../platform/use-mutation'
import type { HomeAddress } from '../../routes'
import { payIfAsShown } from './pay'

/** Starts a payment of what was chosen, whose amount the server computes, and opens the payment sheet for it. */
export function usePay({ communityId, householdId }: HomeAddress) {
  const params = { communityId, householdId }
  return useMutation(async ({ choice, shownFen }: { choice: PaymentChoice; shownFen: Fen }, intention) => {
    const started = await call(
      'POST /v1/communities/:communityId/households/:householdId/payments',
      { params, body: choice },
      { intention },
    )
    await payIfAsShown(params, started, shownFen)
  })
}
