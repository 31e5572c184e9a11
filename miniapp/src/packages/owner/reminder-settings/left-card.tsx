import type { Subscription } from '@anjiao/shared/contract/subscriptions'
import { noticeKinds } from '@anjiao/shared/notice-life'
import { Text, View } from '@tarojs/components'
import { AskResult } from '../../../features/subscriptions/ask-result'
import {
  type SubscriptionAsk,
  useSubscriptionAsk,
} from '../../../features/subscriptions/use-subscription-ask'
import { isWeChat } from '../../../platform/subscribe'
import type { HomeAddress } from '../../../routes'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Cell, Cells, Note } from '../../../ui/cell'
import { Loaded } from '../../../ui/loaded'
import { Stack } from '../../../ui/page'
import { Empty } from '../../../ui/states'
import { kindHints, texts } from './texts'

/** How many messages of each kind WeChat may still bring, and the way to more. */
export function LeftCard({ home }: { home: HomeAddress }) {
  const subscription = useSubscriptionAsk(home, 'settings')
  return (
    <Card title={texts.left}>
      <Loaded of={subscription.subscriptions} lines={5}>
        {(subscriptions) =>
          subscriptions.length === 0 ? (
            <Empty icon="bell" title={texts.leftNone} hint={texts.leftNoneHint} />
          ) : (
            <Stack>
              <Text className="text">{texts.leftHow}</Text>
              <Left subscriptions={subscriptions} />
              <More subscription={subscription} isNone={subscriptions.every(({ left }) => left === 0)} />
              <Note>{texts.otherwise}</Note>
            </Stack>
          )
        }
      </Loaded>
    </Card>
  )
}

const Left = ({ subscriptions }: { subscriptions: readonly Subscription[] }) => (
  <Cells>
    {subscriptions.map(({ kind, templateId, left }) => (
      <Cell
        key={templateId}
        label={noticeKinds[kind].label}
        hint={kindHints[kind]}
        value={texts.count(left)}
      />
    ))}
  </Cells>
)

interface MoreProps {
  subscription: SubscriptionAsk
  /** Nothing is left of any kind. */
  isNone: boolean
}

function More({ subscription, isNone }: MoreProps) {
  const { canAsk, offered, ask, busy, outcome } = subscription
  return (
    <>
      {outcome !== undefined && <AskResult outcome={outcome} of={subscription} />}
      {offered && (
        <View className="buttons">
          <Button look="quiet" icon="bell" busy={busy} onPress={ask}>
            {isNone ? texts.agree : texts.more}
          </Button>
          <Note>{texts.moreHow}</Note>
        </View>
      )}
      {!offered && <Note>{canAsk ? texts.enough : isWeChat ? texts.oldWeChat : texts.elsewhere}</Note>}
    </>
  )
}
