import type { HouseholdLink } from '@anjiao/shared/contract/identity'
import { go } from '../../platform/navigate'
import { toChoosePlan } from '../../routes'
import { Button } from '../../ui/button'
import { isCurrent } from '../plans/plan-facts'
import { PlanWay } from '../plans/plan-way'
import { usePlans } from '../plans/use-plans'
import { wayTexts } from '../plans/way-texts'

/** The plans of a home that owes something; where there is none, the way to one, for its owner. Nothing while that is unknown. */
export function HomePlans(home: HouseholdLink) {
  const plans = usePlans(home)
  const current = plans.data?.filter(isCurrent) ?? []
  if (current.length > 0) return current.map((plan) => <PlanWay key={plan.id} home={home} plan={plan} />)
  if (home.relation !== 'owner' || (plans.data === undefined && !plans.failure)) return null
  return (
    <Button look="quiet" onPress={() => go(toChoosePlan(home))}>
      {wayTexts.cannotPayAtOnce}
    </Button>
  )
}
