import type { PlansOverview } from '@anjiao/shared/contract/staff-plans'
import type { PlanState } from '@anjiao/shared/plan-life'
import { View } from '@tarojs/components'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { Ring } from '../../../ui/charts'
import { Figure, Figures } from '../../../ui/figure'
import { Money } from '../../../ui/money'
import { Stack } from '../../../ui/page'
import './plans.scss'
import { texts } from './texts'

/** What money plans have brought and what they are to bring, and how many were kept. */
export function RecoveredCard({ figures }: { figures: PlansOverview }) {
  const { byState, recoveredFen, promisedFen } = figures
  const counted = (...states: readonly PlanState[]) =>
    byState.filter(({ state }) => states.includes(state)).reduce((sum, { plans }) => sum + plans, 0)
  const kept = counted('kept')
  const broken = counted('broken')
  return (
    <Card title={texts.recovered}>
      <Stack>
        <View>
          <Money fen={recoveredFen} size="large" tone="good" />
          <Note>{texts.recoveredHint}</Note>
        </View>
        <View className="plans-share">
          {kept + broken > 0 && (
            <Ring label={texts.keptShare} percent={Math.floor((kept * 100) / (kept + broken))} />
          )}
          <View className="plans-figures">
            <Figures label={texts.recovered}>
              <Figure label={texts.promised} value={<Money fen={promisedFen} />} />
              <Figure label={texts.running} value={texts.plans(counted('signed', 'active', 'cured'))} />
              <Figure label={texts.kept} value={texts.plans(kept)} tone="good" />
              <Figure label={texts.broken} value={texts.plans(broken)} tone="due" />
            </Figures>
          </View>
        </View>
      </Stack>
    </Card>
  )
}
