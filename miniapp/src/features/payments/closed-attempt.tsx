import { View } from '@tarojs/components'
import { replaceWith, restartAt } from '../../platform/navigate'
import { toHome, toPay } from '../../routes'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import type { AttemptViewProps } from './attempt-view'
import { Outcome } from './outcome'
import { paymentTexts } from './texts'

/** Given up, or expired: nothing was deducted. */
export const ClosedAttempt = ({ home, attempt }: AttemptViewProps) => (
  <>
    <Card>
      <Outcome
        icon="info"
        tone="brand"
        title={paymentTexts.closed}
        fen={attempt.amountFen}
        hint={paymentTexts.closedHint}
      />
    </Card>
    <View className="buttons">
      <Button onPress={() => replaceWith(toPay(home))}>{paymentTexts.payAgain}</Button>
      <Button look="quiet" onPress={() => restartAt(toHome())}>
        {paymentTexts.toHome}
      </Button>
    </View>
  </>
)
