import { Text, View } from '@tarojs/components'
import type { HomeAddress } from '../../routes'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Note } from '../../ui/cell'
import { Stack } from '../../ui/page'
import { AskResult } from './ask-result'
import { askTexts, questions } from './texts'
import { type AskMoment, useSubscriptionAsk } from './use-subscription-ask'

interface SubscriptionOfferProps {
  home: HomeAddress
  moment: Exclude<AskMoment, 'settings'>
}

/**
 * Offers to be reminded in WeChat, quietly and below what the page is for. Nothing at all where there is nothing to
 * ask, or no was said lately. On a bill it is but a button and what it costs.
 */
export function SubscriptionOffer({ home, moment }: SubscriptionOfferProps) {
  const subscription = useSubscriptionAsk(home, moment)
  const { offered, ask, busy, outcome } = subscription
  const again = outcome === undefined || outcome === 'offline'
  return (
    <>
      {outcome !== undefined && (
        <Card tone="brand">
          <Stack>
            <AskResult outcome={outcome} of={subscription} />
          </Stack>
        </Card>
      )}
      {offered && again && <Question moment={moment} busy={busy} onPress={ask} />}
    </>
  )
}

interface QuestionProps {
  moment: SubscriptionOfferProps['moment']
  busy: boolean
  onPress: () => void
}

function Question({ moment, busy, onPress }: QuestionProps) {
  if (moment === 'bill') {
    return (
      <View className="buttons">
        <Button look="quiet" icon="bell" busy={busy} onPress={onPress}>
          {questions.bill}
        </Button>
        <Note>{askTexts.once}</Note>
      </View>
    )
  }
  return (
    <Card>
      <Stack>
        <Text className="lead">{questions[moment]}</Text>
        <Note>{askTexts.how}</Note>
        <Button look="quiet" icon="bell" busy={busy} onPress={onPress}>
          {askTexts.yes}
        </Button>
      </Stack>
    </Card>
  )
}
