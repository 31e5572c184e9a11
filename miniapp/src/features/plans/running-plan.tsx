import { InstalmentList } from './instalment-list'
import { NextCard } from './next-card'
import type { PlanViewProps } from './plan-view'
import { ProgressCard } from './progress-card'

/** Being paid: what comes next, how far it has come, every instalment. */
export const RunningPlan = ({ home, plan, onChanged }: PlanViewProps) => (
  <>
    <NextCard home={home} plan={plan} onChanged={onChanged} />
    <ProgressCard {...plan} />
    <InstalmentList instalments={plan.instalments} />
  </>
)
