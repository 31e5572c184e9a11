import type { PaymentChoice } from '@anjiao/shared/contract/payments'
import { type Fen, formatYuan } from '@anjiao/shared/money'
import { call } from '../../platform/call'
import { useMutation } from '../../platform/use-mutation'
import type { HomeAddress } from '../../routes'
import { confirm } from '../../ui/notice'
import { payAndWait } from './pay'
import { payTexts } from './texts'

/**
 * Starts a payment and opens the payment sheet for it. The server computes the amount; should it differ from what the
 * person was shown (somebody else has just paid), they are asked before anything opens.
 */
export function usePay({ communityId, householdId }: HomeAddress) {
  const params = { communityId, householdId }
  return useMutation(async ({ choice, shownFen }: { choice: PaymentChoice; shownFen: Fen }, intention) => {
    const started = await call(
      'POST /v1/communities/:communityId/households/:householdId/payments',
      { params, body: choice },
      { intention },
    )
    const { id: attemptId, amountFen } = started.attempt
    if (amountFen === shownFen || (await agreesTo(amountFen))) return payAndWait(params, started)
    await call('POST /v1/communities/:communityId/households/:householdId/payments/:attemptId/close', {
      params: { ...params, attemptId },
    })
  })
}

const agreesTo = (fen: Fen): Promise<boolean> =>
  confirm({
    title: payTexts.changedTitle,
    text: payTexts.changed(formatYuan(fen)),
    yes: payTexts.goOn,
    no: payTexts.stop,
  })
