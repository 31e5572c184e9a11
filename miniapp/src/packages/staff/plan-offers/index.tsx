import type { PlanPolicy } from '@anjiao/shared/contract/plan-policies'
import type { CommunityId } from '@anjiao/shared/ids'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { usePolicies } from '../../../features/staff-plans/use-policies'
import { StaffPage } from '../../../features/staff-post/staff-page'
import { go, replaceWith } from '../../../platform/navigate'
import { offeredHomeIn, toStaffPlanPolicy, toStaffPlans } from '../../../routes/staff'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Loaded } from '../../../ui/loaded'
import { Empty } from '../../../ui/states'
import { NewOffer } from './new-offer'
import { texts } from './texts'

export default function PlanOffersPage() {
  return (
    <StaffPage door="plans" title={texts.title}>
      {({ communityId }) => <Offering communityId={communityId} />}
    </StaffPage>
  )
}

function Offering({ communityId }: { communityId: CommunityId }) {
  const householdId = offeredHomeIn(useRouter().params)
  const policies = usePolicies(communityId)
  const [reached, setReached] = useState<number>()
  if (reached !== undefined) return <Done communityId={communityId} homes={reached} />
  return (
    <Loaded of={policies} lines={8}>
      {([policy]: readonly PlanPolicy[]) =>
        policy ? (
          <NewOffer
            communityId={communityId}
            householdId={householdId}
            policy={policy}
            onOffered={setReached}
          />
        ) : (
          <Card>
            <Empty icon="calendar" title={texts.noPolicy} hint={texts.noPolicyHint}>
              <Button look="quiet" onPress={() => go(toStaffPlanPolicy({ communityId }))}>
                {texts.toPolicy}
              </Button>
            </Empty>
          </Card>
        )
      }
    </Loaded>
  )
}

const Done = ({ communityId, homes }: { communityId: CommunityId; homes: number }) => (
  <Card tone="good">
    <Empty icon="check" title={texts.done(homes)} hint={texts.doneHint}>
      <Button look="quiet" onPress={() => replaceWith(toStaffPlans({ communityId }))}>
        {texts.toList}
      </Button>
    </Empty>
  </Card>
)
