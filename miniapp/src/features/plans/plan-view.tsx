import type { Plan } from '@anjiao/shared/contract/plan'
import type { HomeAddress } from '../../routes'
import { AppliedPlan } from './applied-plan'
import { BrokenPlan } from './broken-plan'
import { EndedPlan } from './ended-plan'
import { OfferedPlan } from './offered-plan'
import { RunningPlan } from './running-plan'

export interface PlanViewProps {
  home: HomeAddress
  plan: Plan
  /** Something was done: what is shown is no longer how it stands. */
  onChanged: () => void
}

/** One plan, as it stands, and what its owner may do with it. */
export function PlanView(props: PlanViewProps) {
  switch (props.plan.state) {
    case 'offered':
    case 'countered':
    case 'approved':
      return <OfferedPlan {...props} />
    case 'applied':
      return <AppliedPlan {...props} />
    case 'signed':
    case 'active':
    case 'cured':
      return <RunningPlan {...props} />
    case 'broken':
      return <BrokenPlan {...props} />
    case 'kept':
    case 'declined':
    case 'cancelled':
    case 'expired':
      return <EndedPlan {...props} />
  }
}
