import type { PaymentAttempt } from '@anjiao/shared/contract/payments'
import type { HomeAddress } from '../../routes'
import { ClosedAttempt } from './closed-attempt'
import { HeldAttempt } from './held-attempt'
import { PaidAttempt } from './paid-attempt'
import { standingOf } from './standing'
import { UnpaidAttempt } from './unpaid-attempt'
import type { AttemptActions } from './use-attempt-actions'
import { WaitingAttempt } from './waiting-attempt'

export interface AttemptViewProps {
  home: HomeAddress
  attempt: PaymentAttempt
  actions: AttemptActions
}

/** One payment, as it stands. */
export function AttemptView(props: AttemptViewProps) {
  switch (standingOf(props.attempt, props.actions.sheet)) {
    case 'paid':
      return <PaidAttempt {...props} />
    case 'held':
      return <HeldAttempt {...props} />
    case 'closed':
      return <ClosedAttempt {...props} />
    case 'waiting':
      return <WaitingAttempt {...props} />
    case 'unpaid':
      return <UnpaidAttempt {...props} />
  }
}
