import { suspenseReasons } from '@anjiao/shared/vocabulary'
import { Text, View } from '@tarojs/components'
import { restartAt } from '../../platform/navigate'
import { toHome } from '../../routes'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Facts } from '../bills/facts'
import { HotlineCell } from '../homes/hotline'
import type { AttemptViewProps } from './attempt-view'
import { Outcome } from './outcome'
import { factsOf } from './paid-attempt'
import { paymentTexts } from './texts'

/** The money is there, but a person has to place it. */
export function HeldAttempt({ home, attempt }: AttemptViewProps) {
  const why = attempt.heldBecause && suspenseReasons[attempt.heldBecause]
  return (
    <>
      <Card>
        <Outcome icon="info" tone="due" title={paymentTexts.held} fen={attempt.amountFen} />
        <Text className="text">{paymentTexts.heldHint}</Text>
        <Facts facts={[...(why ? [{ label: paymentTexts.heldWhy, value: why }] : []), ...factsOf(attempt)]} />
      </Card>
      <Card>
        <HotlineCell communityId={home.communityId} why={paymentTexts.askOffice} />
      </Card>
      <View className="buttons">
        <Button onPress={() => restartAt(toHome())}>{paymentTexts.toHome}</Button>
      </View>
    </>
  )
}
