import type { Subscription } from '@anjiao/shared/contract/subscriptions'
import { noticeKinds } from '@anjiao/shared/notice-life'
import { Text, View } from '@tarojs/components'
import { AskResult } from '../../../features/subscriptions/ask-result'
import { askTexts } from '../../../features/subscriptions/texts'
import {
  type SubscriptionAsk,
  useSubscriptionAsk,
} from '../../../features/subscriptions/use-subscription-ask'
import { openMessageSettings } from '../../../platform/subscribe'
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
              <More {...subscription} />
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

function More({ canAsk, offered, ask, busy, outcome }: SubscriptionAsk) {
  return (
    <>
      {outcome !== undefined && outcome !== 'refused' && <AskResult outcome={outcome} />}
      {outcome === 'refused' && <Refused />}
      {offered && (
        <View className="buttons">
          <Button look="quiet" icon="bell" busy={busy} onPress={ask}>
            {texts.more}
          </Button>
          <Note>{texts.moreHow}</Note>
        </View>
      )}
      {!offered && <Note>{canAsk ? texts.enough : texts.elsewhere}</Note>}
    </>
  )
}

/** Who came here to say yes and reads this was perhaps not asked at all. */
const Refused = () => (
  <>
    <Text className="text">{texts.refused}</Text>
    {openMessageSettings && (
      <Button look="quiet" onPress={openMessageSettings}>
        {askTexts.toSettings}
      </Button>
    )}
  </>
)
