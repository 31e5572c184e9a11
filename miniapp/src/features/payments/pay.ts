import type { StartedPayment } from '@anjiao/shared/contract/payments'
import { type Fen, formatYuan } from '@anjiao/shared/money'
import { call } from '../../platform/call'
import { replaceWith } from '../../platform/navigate'
import { openPaySheet } from '../../platform/pay'
import { type HomeAddress, toPayment } from '../../routes'
import { confirm } from '../../ui/notice'
import { payTexts } from './texts'

/**
 * Opens the payment sheet for a payment the server has started, then goes to the page that waits for the server's word; a
 * browser leaves and comes back there. Should the amount differ from what the person was shown (somebody else has just
 * paid), they are asked before anything opens; no means that the payment is given up.
 */
export async function payIfAsShown(home: HomeAddress, started: StartedPayment, shownFen: Fen): Promise<void> {
  const { communityId, householdId } = home
  const { id: attemptId, amountFen } = started.attempt
  if (amountFen === shownFen || (await agreesTo(amountFen))) return payAndWait(home, started)
  await call('POST /v1/communities/:communityId/households/:householdId/payments/:attemptId/close', {
    params: { communityId, householdId, attemptId },
  })
}

async function payAndWait(home: HomeAddress, started: StartedPayment): Promise<void> {
  const { id } = started.attempt
  const left = await openPaySheet(started, toPayment(home, id, 'closed'))
  if (left !== 'left') replaceWith(toPayment(home, id, left))
}

const agreesTo = (fen: Fen): Promise<boolean> =>
  confirm({
    title: payTexts.changedTitle,
    text: payTexts.changed(formatYuan(fen)),
    yes: payTexts.goOn,
    no: payTexts.stop,
  })
