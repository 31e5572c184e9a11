import type { Plan } from '@anjiao/shared/contract/plan'
import { subtractFen } from '@anjiao/shared/money'
import { planStates } from '@anjiao/shared/plan-life'
import { View } from '@tarojs/components'
import { Card } from '../../ui/card'
import { Ring } from '../../ui/charts'
import { Money } from '../../ui/money'
import { Tag } from '../../ui/tag'
import { paidCount, planTones } from './plan-facts'
import './plans.scss'
import { plansTexts, planTexts } from './texts'

/** How far a plan has come: a ring, and the same in words and amounts. */
export function ProgressCard(plan: Plan) {
  const { state, debtFen, openFen, terms } = plan
  const paidFen = subtractFen(debtFen, openFen)
  return (
    <Card
      title={plansTexts.paidOf(paidCount(plan), terms.instalments)}
      aside={<Tag tone={planTones[state]}>{planStates[state].label}</Tag>}
    >
      <View className="plan-progress">
        <Ring label={planTexts.ring} percent={Math.floor((paidFen * 100) / debtFen)} />
        <View className="plan-progress-sums">
          <View>
            <View className="cell-hint">{planTexts.left}</View>
            <Money fen={openFen} size="middle" tone={openFen > 0 ? 'due' : 'good'} />
          </View>
          <View>
            <View className="cell-hint">{planTexts.paid}</View>
            <Money fen={paidFen} />
          </View>
          <View>
            <View className="cell-hint">{planTexts.of}</View>
            <Money fen={debtFen} />
          </View>
        </View>
      </View>
    </Card>
  )
}
