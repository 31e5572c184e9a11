import type { PlanId, ReliefApplicationId } from '@anjiao/shared/ids'
import type { Query } from '../../platform/use-query'
import type { HomeAddress } from '../../routes'
import { Card } from '../../ui/card'
import { Note } from '../../ui/cell'
import { Loaded } from '../../ui/loaded'
import { PlanCells } from './plan-cells'
import { ReliefCells } from './relief-cells'
import { caseTexts as texts } from './texts'
import { type PlansOf, useReliefOf } from './use-case'

export interface EarlierPlansProps {
  home: HomeAddress
  plans: Query<PlansOf>
  /** The one that is being looked at, if it is one of them. */
  except?: PlanId
}

/** How the plans of a home went before this one. */
export const EarlierPlans = ({ home, plans, except }: EarlierPlansProps) => (
  <Card title={texts.plans}>
    <Loaded of={plans} lines={2}>
      {(listed) => {
        const others = listed.filter(({ id }) => id !== except)
        return others.length === 0 ? <Note>{texts.noPlans}</Note> : <PlanCells at={home} plans={others} />
      }}
    </Loaded>
  </Card>
)

export interface EarlierReliefProps {
  home: HomeAddress
  /** The one that is being looked at, if it is one of them. */
  except?: ReliefApplicationId
}

/** What relief a home has asked for. */
export function EarlierRelief({ home, except }: EarlierReliefProps) {
  const relief = useReliefOf(home)
  return (
    <Card title={texts.relief}>
      <Loaded of={relief} lines={2}>
        {(listed) => {
          const others = listed.filter(({ id }) => id !== except)
          return others.length === 0 ? (
            <Note>{texts.noRelief}</Note>
          ) : (
            <ReliefCells at={home} applications={others} />
          )
        }}
      </Loaded>
    </Card>
  )
}
