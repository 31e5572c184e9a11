import type { PlansOverview } from '@anjiao/shared/contract/staff-plans'
import { type PlanState, planStates } from '@anjiao/shared/plan-life'
import { stateWords } from '../../../features/staff-plans/texts'
import { Card } from '../../../ui/card'
import { Bars } from '../../../ui/charts'
import { Money } from '../../../ui/money'
import { texts } from './texts'

/** In the order of a plan's life. */
const states = Object.keys(planStates) as PlanState[]

/** How many plans are in which state, and for how much. */
export const StatesCard = ({ byState }: Pick<PlansOverview, 'byState'>) => (
  <Card title={texts.byState}>
    <Bars
      label={texts.byState}
      bars={states.flatMap((state) => {
        const found = byState.find((each) => each.state === state)
        return found
          ? [
              {
                label: texts.stateOf(stateWords[state], found.plans),
                amount: found.debtFen,
                text: <Money fen={found.debtFen} />,
              },
            ]
          : []
      })}
    />
  </Card>
)
