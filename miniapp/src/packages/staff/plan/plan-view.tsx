import type { StaffPost } from '@anjiao/shared/contract/identity'
import type { Plan } from '@anjiao/shared/contract/plan'
import { mayDo } from '@anjiao/shared/plan-life'
import { ChargesCard } from '../../../features/staff-case/charges-card'
import { EarlierPlans, EarlierRelief } from '../../../features/staff-case/earlier-cards'
import { PaymentTable } from '../../../features/staff-case/payment-table'
import { usePlansOf } from '../../../features/staff-case/use-case'
import { mayDecidePlans } from '../../../features/staff-plans/may-decide'
import { doors, mayEnter } from '../../../features/staff-post/doors'
import { Columns, Stack } from '../../../ui/page'
import { DecideCard } from './decide-card'
import { HappeningsCard } from './happenings-card'
import { HomeCard } from './home-card'
import { InstalmentsCard } from './instalments-card'
import { TakeBack } from './take-back'
import { TermsCard } from './terms-card'

export interface PlanViewProps {
  post: StaffPost
  plan: Plan
  onChanged: () => void
}

/** What was asked or agreed at the left, the household it is about at the right; on a phone under one another. */
export function PlanView({ post, plan, onChanged }: PlanViewProps) {
  const home = { communityId: post.communityId, householdId: plan.householdId }
  const plans = usePlansOf(home)
  const mayDecide = mayDecidePlans(post)
  const deciding = { at: post, plan, onChanged }
  return (
    <>
      <Columns>
        <Stack>
          <TermsCard plan={plan} />
          {plan.state === 'applied' && <DecideCard {...deciding} mayDecide={mayDecide} />}
          <InstalmentsCard plan={plan} />
          {mayDecide && mayDo(plan.state, 'staff').includes('take_back') && <TakeBack {...deciding} />}
        </Stack>
        <Stack>
          <HomeCard home={home} plans={plans} planId={plan.id} />
          <ChargesCard home={home} named={plan.charges.map(({ id }) => id)} />
          <EarlierPlans home={home} plans={plans} except={plan.id} />
          {mayEnter(post.roles, doors.requests) && <EarlierRelief home={home} />}
          <HappeningsCard plan={plan} />
        </Stack>
      </Columns>
      <PaymentTable home={home} />
    </>
  )
}
