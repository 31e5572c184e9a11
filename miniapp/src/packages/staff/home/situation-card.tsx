import type { StaffOverview } from '@anjiao/shared/contract/community'
import { subtractFen } from '@anjiao/shared/money'
import { View } from '@tarojs/components'
import { Card } from '../../../ui/card'
import { type Bar, Bars, Ring } from '../../../ui/charts'
import { count } from '../../../ui/count'
import { Figure, Figures } from '../../../ui/figure'
import { Money } from '../../../ui/money'
import { texts } from './texts'

/** How the community stands: what is owed, by how many, and what came in. */
export function SituationCard({ figures }: { figures: StaffOverview }) {
  const { households, householdsInArrears, openFen, overdueFen, collectedThisMonthFen } = figures
  // A former owner may still owe, so more may owe than live here.
  const clear = Math.max(0, households - householdsInArrears)
  const bars: readonly Bar[] = [
    { label: texts.overdue, amount: overdueFen, text: <Money fen={overdueFen} />, tone: 'due' },
    {
      label: texts.notYetDue,
      amount: openFen - overdueFen,
      text: <Money fen={subtractFen(openFen, overdueFen)} />,
    },
    { label: texts.collected, amount: collectedThisMonthFen, text: <Money fen={collectedThisMonthFen} /> },
  ]
  return (
    <Card title={texts.owed}>
      <View className="situation">
        <Money fen={openFen} size="large" tone={openFen > 0 ? 'due' : 'good'} />
        <View className="situation-share">
          <Ring
            label={texts.clearShare}
            percent={households > 0 ? Math.floor((clear * 100) / households) : 0}
          />
          <View className="situation-figures">
            <Figures label={texts.owed}>
              <Figure label={texts.households} value={texts.homes(count(households))} />
              <Figure label={texts.inArrears} value={texts.homes(count(householdsInArrears))} tone="due" />
              <Figure label={texts.clear} value={texts.homes(count(clear))} tone="good" />
            </Figures>
          </View>
        </View>
        <Bars label={texts.amounts} bars={bars} />
      </View>
    </Card>
  )
}
