import type { StartedPayment } from '@anjiao/shared/contract/payments'
import { replaceWith } from '../../platform/navigate'
import { openPaySheet } from '../../platform/pay'
import { type HomeAddress, toPayment } from '../../routes'

/** Opens the payment sheet, then goes to the page that waits for the server's word. A browser leaves and comes back there. */
export async function payAndWait(home: HomeAddress, started: StartedPayment): Promise<void> {
  const { id } = started.attempt
  const left = await openPaySheet(started, toPayment(home, id, 'closed'))
  if (left !== 'left') replaceWith(toPayment(home, id, left))
}
