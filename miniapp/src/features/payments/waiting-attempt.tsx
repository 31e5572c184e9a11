import { View } from '@tarojs/components'
import { restartAt } from '../../platform/navigate'
import { toHome } from '../../routes'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Steps } from '../../ui/steps'
import { HotlineCell } from '../homes/hotline'
import type { AttemptViewProps } from './attempt-view'
import { Outcome } from './outcome'
import { paymentTexts } from './texts'
import { ResumeFailure } from './unpaid-attempt'
import { useLater } from './use-later'

/** How long one waits before being told what one may do meanwhile. */
const slowAfterMs = 30_000

/** The phone says it went well; the server's word is awaited. */
export function WaitingAttempt({ home, attempt, actions }: AttemptViewProps) {
  const slow = useLater(slowAfterMs)
  return (
    <>
      <Card>
        <Outcome
          waiting
          icon="clock"
          tone="brand"
          title={slow ? paymentTexts.slow : paymentTexts.waiting}
          fen={attempt.amountFen}
          hint={slow ? paymentTexts.slowHint : paymentTexts.waitingHint}
        />
        {slow ? (
          <SlowWays />
        ) : (
          <Steps
            steps={[
              { title: paymentTexts.steps.sent, state: 'done' },
              { title: paymentTexts.steps.confirm, state: 'now' },
              { title: paymentTexts.steps.booked, state: 'next' },
            ]}
          />
        )}
      </Card>
      {slow && (
        <>
          <Card>
            <HotlineCell communityId={home.communityId} why={paymentTexts.askOffice} />
          </Card>
          <View className="buttons">
            <ResumeFailure {...actions} />
            <Button busy={actions.resuming} onPress={actions.resume}>
              {paymentTexts.resume}
            </Button>
            <Button look="quiet" onPress={() => restartAt(toHome())}>
              {paymentTexts.toHome}
            </Button>
          </View>
        </>
      )}
    </>
  )
}

const SlowWays = () => (
  <View className="ways">
    {paymentTexts.slowWays.map((way, at) => (
      <View key={way} className="way">
        <View className="way-number">{at + 1}</View>
        <View className="way-words">{way}</View>
      </View>
    ))}
  </View>
)
