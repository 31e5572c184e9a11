import { formatDate } from '@anjiao/shared/calendar'
import type { Plan } from '@anjiao/shared/contract/plans'
import { formatYuan, subtractFen } from '@anjiao/shared/money'
import { planStates } from '@anjiao/shared/plan-life'
import { termsWords } from '@anjiao/shared/plan-words'
import { View } from '@tarojs/components'
import { Card } from '../../ui/card'
import { Note } from '../../ui/cell'
import { Money } from '../../ui/money'
import { Progress } from '../../ui/steps'
import { Tag } from '../../ui/tag'
import { isRunning, nextInstalment, planTones } from './plan-facts'
import './plans.scss'
import { plansTexts } from './texts'

/** A plan in a list: its state, its terms, how far it has come, and what comes next. */
export function PlanCard({ plan, onPress }: { plan: Plan; onPress?: () => void }) {
  const next = isRunning(plan) ? nextInstalment(plan) : undefined
  return (
    <Card
      title={plansTexts.plan}
      aside={<Tag tone={planTones[plan.state]}>{planStates[plan.state].label}</Tag>}
      {...(onPress && { onPress })}
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
          {plansTexts.next} {formatDate(next.dueDate)}{' '}
          <Money fen={subtractFen(next.amountFen, next.paidFen)} />
        </Note>
      )}
    </Card>
  )
}

const Paid = ({ debtFen, openFen, instalments, terms }: Plan) => (
  <View className="plan-paid">
    <Progress
      label={plansTexts.paidOf(paidCount(instalments), terms.instalments)}
      done={subtractFen(debtFen, openFen)}
      total={debtFen}
      text={plansTexts.left(formatYuan(openFen))}
    />
  </View>
)

const paidCount = (instalments: Plan['instalments']): number =>
  instalments.filter(({ no, state }) => no > 0 && state === 'paid').length
