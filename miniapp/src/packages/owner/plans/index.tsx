import type { Deferral } from '@anjiao/shared/contract/deferrals'
import type { Plan } from '@anjiao/shared/contract/plan'
import { useRouter } from '@tarojs/taro'
import { SignedIn } from '../../../features/binding/signed-in'
import { DeferralCard } from '../../../features/deferrals/deferral-card'
import { useDeferrals } from '../../../features/deferrals/use-deferrals'
import { HotlineCell } from '../../../features/homes/hotline'
import { PlanCard } from '../../../features/plans/plan-card'
import { PlanKinds } from '../../../features/plans/plan-kinds'
import { plansTexts } from '../../../features/plans/texts'
import { usePlans } from '../../../features/plans/use-plans'
import { go } from '../../../platform/navigate'
import { type HomeAddress, homeIn } from '../../../routes'
import { toPlan } from '../../../routes/owner'
import { Card } from '../../../ui/card'
import { Loaded } from '../../../ui/loaded'
import { Page } from '../../../ui/page'
import { Empty } from '../../../ui/states'

export default function PlansPage() {
  const home = homeIn(useRouter().params)
  const plans = usePlans(home)
  const deferrals = useDeferrals(home)
  return (
    <Page title={plansTexts.title}>
      <SignedIn of={plans} lines={6}>
        {(planned) => (
          <Loaded of={deferrals}>
            {(deferred) => (
              <Listed home={home} plans={planned} deferrals={deferred} onChanged={deferrals.reload} />
            )}
          </Loaded>
        )}
      </SignedIn>
      <Card>
        <HotlineCell communityId={home.communityId} why={plansTexts.desk} />
      </Card>
    </Page>
  )
}

interface ListedProps {
  home: HomeAddress
  plans: readonly Plan[]
  deferrals: readonly Deferral[]
  onChanged: () => void
}

const Listed = ({ home, plans, deferrals, onChanged }: ListedProps) => (
  <>
    {plans.map((plan) => (
      <PlanCard key={plan.id} plan={plan} onPress={() => go(toPlan(home, plan.id))} />
    ))}
    {deferrals.map((deferral) => (
      <DeferralCard key={deferral.id} home={home} deferral={deferral} onChanged={onChanged} />
    ))}
    {plans.length + deferrals.length === 0 && (
      <Card>
        <Empty icon="calendar" title={plansTexts.none} hint={plansTexts.noneHint} />
      </Card>
    )}
    <PlanKinds home={home} first={plans.length + deferrals.length === 0} />
  </>
)
