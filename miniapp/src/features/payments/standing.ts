import type { PaymentAttempt } from '@anjiao/shared/contract/payments'
import type { Paying } from '../../routes'

/** How the payment sheet was left, as far as the phone says; undefined when the person does not come from there. */
export type SheetWord = Paying | undefined

/**
 * What a payment is to the person who looks at it.
 * `waiting`: the phone says it went well, the server does not know yet. `unpaid`: there is no reason to think so.
 */
export type Standing = 'paid' | 'held' | 'closed' | 'waiting' | 'unpaid'

/** The server's word counts; the phone's only tells how to put it while the server has none. */
export function standingOf(attempt: PaymentAttempt, sheet: SheetWord): Standing {
  if (attempt.heldBecause !== null) return 'held'
  if (attempt.state === 'paid' || attempt.state === 'closed') return attempt.state
  return sheet === 'closed' ? 'waiting' : 'unpaid'
}

/** Whether nothing will change any more. */
export const isFinal = (attempt: Pick<PaymentAttempt, 'heldBecause' | 'state'>): boolean =>
  attempt.heldBecause !== null || attempt.state === 'paid' || attempt.state === 'closed'
