import { Text } from '@tarojs/components'
import { go } from '../../platform/navigate'
import type { HomeAddress } from '../../routes'
import { toChoosePlan, toDefer } from '../../routes/owner'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Stack } from '../../ui/page'
import { plansTexts } from './texts'

export interface PlanKindsProps {
  home: HomeAddress
  /** There is neither yet: this is what one has come for. */
  first: boolean
}

/** 分期 and 延期, explained to somebody who has heard of neither, each with the way to it. */
export const PlanKinds = ({ home, first }: PlanKindsProps) => (
  <>
    <Card title={plansTexts.whatPlan}>
      <Stack>
        <Text className="text">{plansTexts.whatPlanHint}</Text>
        <Button look={first ? 'primary' : 'quiet'} onPress={() => go(toChoosePlan(home))}>
          {plansTexts.choosePlan}
        </Button>
      </Stack>
    </Card>
    <Card title={plansTexts.whatDeferral}>
      <Stack>
        <Text className="text">{plansTexts.whatDeferralHint}</Text>
        <Button look="quiet" onPress={() => go(toDefer(home))}>
          {plansTexts.chooseDeferral}
        </Button>
      </Stack>
    </Card>
  </>
)
