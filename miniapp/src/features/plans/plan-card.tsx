import { formatDate } from '@anjiao/shared/calendar'
import type { Plan } from '@anjiao/shared/contract/plan'
import { formatYuan, subtractFen } from '@anjiao/shared/money'
import { mayDo, planStates } from '@anjiao/shared/plan-life'
import { termsWords } from '@anjiao/shared/plan-words'
import { Text, View } from '@tarojs/components'
import { Card } from '../../ui/card'
import { Note } from '../../ui/cell'
import { Icon } from '../../ui/icon'
import { Money } from '../../ui/money'
import { Progress } from '../../ui/steps'
import { Tag } from '../../ui/tag'
import { isRunning, leftOf, nextInstalment, paidCount, planTones } from './plan-facts'
import './plans.scss'
import { plansTexts } from './texts'

/** A plan in a list: its state, its terms, how far it has come, and what comes next. */
export function PlanCard({ plan, onPress }: { plan: Plan; onPress: () => void }) {
  const next = isRunning(plan) ? nextInstalment(plan) : undefined
  return (
    <Card
      title={plansTexts.plan}
      aside={<Tag tone={planTones[plan.state]}>{planStates[plan.state].label}</Tag>}
      onPress={onPress}
    >
      <View className="text">{termsWords(plan.terms)}</View>
      {plan.signedOn === null ? (
        <Note>
          {plansTexts.debt} <Money fen={plan.debtFen} />
        </Note>
      ) : (
        <Paid {...plan} />
      )}
      {next && (
        <Note>
          {plansTexts.next} {formatDate(next.dueDate)} <Money fen={leftOf(next)} />
        </Note>
      )}
      <View className="plan-more">
        <Text>{moreOf(plan)}</Text>
        <Icon name="next" className="cell-next" />
      </View>
    </Card>
  )
}

/** What a press leads to. */
function moreOf(plan: Plan): string {
  if (mayDo(plan.state, 'owner').includes('sign')) return plansTexts.toSign
  if (isRunning(plan)) return plansTexts.toPay
  return plan.cureFen === null ? plansTexts.more : plansTexts.toCure
}

const Paid = (plan: Plan) => (
  <View className="plan-paid">
    <Progress
      label={plansTexts.paidOf(paidCount(plan), plan.terms.instalments)}
      done={subtractFen(plan.debtFen, plan.openFen)}
      total={plan.debtFen}
      text={plansTexts.left(formatYuan(plan.openFen))}
    />
  </View>
)
