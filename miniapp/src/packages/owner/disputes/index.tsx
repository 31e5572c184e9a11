import type { Dispute } from '@anjiao/shared/contract/disputes'
import { disputeAbouts } from '@anjiao/shared/vocabulary'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { periodOf } from '../../../features/bills/charge-cell'
import { SignedIn } from '../../../features/binding/signed-in'
import { DisputeTag } from '../../../features/disputes/dispute-tag'
import { useDisputes } from '../../../features/disputes/use-disputes'
import { go } from '../../../platform/navigate'
import { type HomeAddress, homeIn, toBills } from '../../../routes'
import { toDispute } from '../../../routes/owner'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Cell, Cells } from '../../../ui/cell'
import { dayText } from '../../../ui/instant'
import { Page } from '../../../ui/page'
import { Empty } from '../../../ui/states'
import { texts } from './texts'

export default function DisputesPage() {
  const home = homeIn(useRouter().params)
  const disputes = useDisputes(home)
  return (
    <Page title={texts.title}>
      <SignedIn of={disputes} lines={4}>
        {(asked) => (
          <Card>{asked.length === 0 ? <None home={home} /> : <List home={home} asked={asked} />}</Card>
        )}
      </SignedIn>
    </Page>
  )
}

const None = ({ home }: { home: HomeAddress }) => (
  <Empty icon="question" title={texts.none} hint={texts.noneHint}>
    <Button look="quiet" onPress={() => go(toBills(home))}>
      {texts.toBills}
    </Button>
  </Empty>
)

const List = ({ home, asked }: { home: HomeAddress; asked: readonly Dispute[] }) => (
  <Cells>
    {asked.map(({ id, charge, about, askedAt, state }) => (
      <Cell
        key={id}
        label={`${charge.feeItem}：${disputeAbouts[about]}`}
        hint={
          <View className="whole-words">
            <View>{periodOf(charge)}</View>
            <View>
              {texts.askedOn} {dayText(askedAt)}
            </View>
          </View>
        }
        value={<DisputeTag state={state} />}
        onPress={() => go(toDispute(home, id))}
      />
    ))}
  </Cells>
)
