import { Text } from '@tarojs/components'
import { Card } from '../../ui/card'
import { plansTexts } from './texts'

/** 分期 and 延期, explained to somebody who has heard of neither. */
export const PlanKinds = () => (
  <>
    <Card title={plansTexts.whatPlan}>
      <Text className="text">{plansTexts.whatPlanHint}</Text>
    </Card>
    <Card title={plansTexts.whatDeferral}>
      <Text className="text">{plansTexts.whatDeferralHint}</Text>
    </Card>
  </>
)
