import { formatDate } from '@anjiao/shared/calendar'
import type { Plan } from '@anjiao/shared/contract/plan'
import { type Fen, formatYuan } from '@anjiao/shared/money'
import { Text, View } from '@tarojs/components'
import { go } from '../../platform/navigate'
import { type HomeAddress, toPay } from '../../routes'
import { toChoosePlan } from '../../routes/owner'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Money } from '../../ui/money'
import { Stack } from '../../ui/page'
import { ErrorNote } from '../../ui/states'
import { InstalmentList } from './instalment-list'
import { upToForCure } from './plan-facts'
import type { PlanViewProps } from './plan-view'
import { ProgressCard } from './progress-card'
import { brokenTexts } from './texts'
import { usePayPlan } from './use-pay-plan'

/** An instalment was missed: what that means, and until when and with how much it can be put right. */
export function BrokenPlan({ home, plan, onChanged }: PlanViewProps) {
  const upTo = upToForCure(plan)
  return (
    <>
      {plan.cureFen !== null && plan.cureUntil && upTo !== undefined ? (
        <Card title={brokenTexts.cureTitle} tone="due">
          <Stack>
            <View>
              <Money fen={plan.cureFen} size="large" tone="due" />
              <Text className="text">{brokenTexts.cure(formatDate(plan.cureUntil))}</Text>
            </View>
            <Cure home={home} plan={plan} upTo={upTo} cureFen={plan.cureFen} onChanged={onChanged} />
            <Text className="text">{brokenTexts.what}</Text>
          </Stack>
        </Card>
      ) : (
        <BeyondCure home={home} />
      )}
      <ProgressCard {...plan} />
      <InstalmentList instalments={plan.instalments} />
    </>
  )
}

interface CureProps {
  home: HomeAddress
  plan: Plan
  upTo: number
  cureFen: Fen
  onChanged: () => void
}

function Cure({ home, plan, upTo, cureFen, onChanged }: CureProps) {
  const { run, busy, failure } = usePayPlan(home, plan.id)
  const pay = async () => {
    await run({ upTo, shownFen: cureFen })
    onChanged()
  }
  return (
    <>
      {failure && <ErrorNote sentence={failure.sentence} reference={failure.requestId} />}
      <Button busy={busy} onPress={() => void pay()}>
        {brokenTexts.curePay(formatYuan(cureFen))}
      </Button>
    </>
  )
}

const BeyondCure = ({ home }: { home: HomeAddress }) => (
  <Card tone="due">
    <Stack>
      <Text className="text">{brokenTexts.what}</Text>
      <Text className="text">{brokenTexts.noCure}</Text>
      <View className="buttons">
        <Button onPress={() => go(toPay(home))}>{brokenTexts.payBills}</Button>
        <Button look="quiet" onPress={() => go(toChoosePlan(home))}>
          {brokenTexts.again}
        </Button>
      </View>
    </Stack>
  </Card>
)
