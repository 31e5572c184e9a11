import { useRouter } from '@tarojs/taro'
import { SignedIn } from '../../../features/binding/signed-in'
import { HotlineCell } from '../../../features/homes/hotline'
import { PlanRecord } from '../../../features/plans/plan-record'
import { PlanView } from '../../../features/plans/plan-view'
import { planTexts } from '../../../features/plans/texts'
import { usePlan } from '../../../features/plans/use-plan'
import { homeIn } from '../../../routes'
import { planIn } from '../../../routes/owner'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { Page } from '../../../ui/page'

export default function PlanPage() {
  const { params } = useRouter()
  const home = homeIn(params)
  const plan = usePlan(home, planIn(params))
  return (
    <Page title={planTexts.title}>
      <SignedIn of={plan} lines={8}>
        {(told) => (
          <>
            <PlanView home={home} plan={told} onChanged={plan.reload} />
            <PlanRecord home={home} plan={told} />
          </>
        )}
      </SignedIn>
      <Card>
        <HotlineCell communityId={home.communityId} why={planTexts.ask} />
        <Note>{planTexts.desk}</Note>
      </Card>
    </Page>
  )
}
