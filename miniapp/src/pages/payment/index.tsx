import type { PaymentId } from '@anjiao/shared/ids'
import { useRouter } from '@tarojs/taro'
import { SignedIn } from '../../features/binding/signed-in'
import { AttemptView } from '../../features/payments/attempt-view'
import { PaidRecord } from '../../features/payments/paid-record'
import { paymentTexts } from '../../features/payments/texts'
import { useAttempt } from '../../features/payments/use-attempt'
import { useAttemptActions } from '../../features/payments/use-attempt-actions'
import { usePaymentRecord } from '../../features/payments/use-payments'
import { attemptIn, type HomeAddress, homeIn, paidIn, payingIn } from '../../routes'
import { Page } from '../../ui/page'

export default function PaymentPage() {
  const { params } = useRouter()
  const home = homeIn(params)
  const paymentId = paidIn(params)
  return paymentId === undefined ? <Begun home={home} /> : <Paid home={home} paymentId={paymentId} />
}

/** What was begun on a phone, waited for until it has an end. */
function Begun({ home }: { home: HomeAddress }) {
  const { params } = useRouter()
  const attemptId = attemptIn(params)
  const paying = payingIn(params)
  const attempt = useAttempt(home, attemptId)
  const actions = useAttemptActions(home, attemptId, paying, attempt.reload)
  return (
    <Page title={paying ? paymentTexts.resultTitle : paymentTexts.title}>
      <SignedIn of={attempt} lines={6}>
        {(told) => <AttemptView home={home} attempt={told} actions={actions} />}
      </SignedIn>
    </Page>
  )
}

/** What came another way. */
function Paid({ home, paymentId }: { home: HomeAddress; paymentId: PaymentId }) {
  const record = usePaymentRecord(home, paymentId)
  return (
    <Page title={paymentTexts.title}>
      <SignedIn of={record} lines={6}>
        {(told) => <PaidRecord home={home} paymentId={paymentId} record={told} />}
      </SignedIn>
    </Page>
  )
}
