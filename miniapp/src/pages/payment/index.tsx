import { useRouter } from '@tarojs/taro'
import { SignedIn } from '../../features/binding/signed-in'
import { AttemptView } from '../../features/payments/attempt-view'
import { paymentTexts } from '../../features/payments/texts'
import { useAttempt } from '../../features/payments/use-attempt'
import { useAttemptActions } from '../../features/payments/use-attempt-actions'
import { attemptIn, homeIn, payingIn } from '../../routes'
import { Page } from '../../ui/page'

export default function PaymentPage() {
  const { params } = useRouter()
  const home = homeIn(params)
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
