import type { HouseholdLink } from '@anjiao/shared/contract/identity'
import type { Fen } from '@anjiao/shared/money'
import { View } from '@tarojs/components'
import { go } from '../../platform/navigate'
import { toPay } from '../../routes'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Note } from '../../ui/cell'
import { Loaded } from '../../ui/loaded'
import { Money } from '../../ui/money'
import { Tag } from '../../ui/tag'
import { useBills } from '../bills/use-bills'
import { HomePlans } from './home-plans'
import { dueTexts } from './texts'

/** What one home owes, in one look, and what one may do about it. */
export function DueCard(home: HouseholdLink) {
  const { roomName, communityName } = home
  const bills = useBills(home)
  const owes = bills.data !== undefined && bills.data.openFen > 0
  return (
    <Card
      title={roomName}
      aside={bills.data && <Tag tone={owes ? 'due' : 'good'}>{owes ? dueTexts.owes : dueTexts.clear}</Tag>}
    >
      <Note>{communityName}</Note>
      <Loaded of={bills} lines={2}>
        {({ openFen, overdueFen, advanceFen }) => (
          <View className="due">
            <Money fen={openFen} size="large" tone={owes ? 'due' : 'good'} />
            <DueNote openFen={openFen} overdueFen={overdueFen} />
            {advanceFen > 0 && (
              <Note>
                {dueTexts.advance} <Money fen={advanceFen} />
              </Note>
            )}
            {owes && <Button onPress={() => go(toPay(home))}>{dueTexts.pay}</Button>}
            {owes && <HomePlans {...home} />}
          </View>
        )}
      </Loaded>
    </Card>
  )
}

/** How urgent it is, without reproach. */
function DueNote({ openFen, overdueFen }: { openFen: Fen; overdueFen: Fen }) {
  if (openFen === 0) return <Note>{dueTexts.nothingDue}</Note>
  if (overdueFen === 0) return <Note>{dueTexts.nothingOverdue}</Note>
  if (overdueFen === openFen) return <Note>{dueTexts.allOverdue}</Note>
  return (
    <Note>
      {dueTexts.overdue} <Money fen={overdueFen} />
    </Note>
  )
}
