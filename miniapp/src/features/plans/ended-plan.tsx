import type { Plan } from '@anjiao/shared/contract/plan'
import { planStates } from '@anjiao/shared/plan-life'
import { termsWords } from '@anjiao/shared/plan-words'
import { Text, View } from '@tarojs/components'
import { go } from '../../platform/navigate'
import { toChoosePlan } from '../../routes/owner'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Note } from '../../ui/cell'
import { Stack } from '../../ui/page'
import { Tag } from '../../ui/tag'
import { Outcome } from '../payments/outcome'
import { InstalmentList } from './instalment-list'
import { planTones } from './plan-facts'
import type { PlanViewProps } from './plan-view'
import './plans.scss'
import { endedTexts } from './texts'

/** Over: paid, or come to nothing, and then what one may do instead. */
export function EndedPlan({ home, plan }: PlanViewProps) {
  if (plan.state === 'kept') return <KeptPlan {...plan} />
  return (
    <Card
      title={termsWords(plan.terms)}
      aside={<Tag tone={planTones[plan.state]}>{planStates[plan.state].label}</Tag>}
    >
      <Stack>
        <Text className="text">{whyOf(plan)}</Text>
        {plan.answer && (
          <View>
            <Note>{endedTexts.answer}</Note>
            <View className="said">{plan.answer}</View>
          </View>
        )}
        <Button look="quiet" onPress={() => go(toChoosePlan(home))}>
          {endedTexts.again}
        </Button>
      </Stack>
    </Card>
  )
}

const KeptPlan = ({ debtFen, instalments }: Plan) => (
  <>
    <Card>
      <Outcome icon="check" tone="good" title={endedTexts.kept} fen={debtFen} hint={endedTexts.keptHint} />
    </Card>
    <InstalmentList instalments={instalments} />
  </>
)

function whyOf({ state }: Plan): string {
  return state === 'declined' || state === 'expired' ? endedTexts.why[state] : endedTexts.why.cancelled
}
