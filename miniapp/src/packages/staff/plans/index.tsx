import type { StaffPost } from '@anjiao/shared/contract/identity'
import { View } from '@tarojs/components'
import { mayDecidePlans } from '../../../features/staff-plans/may-decide'
import { StaffPage } from '../../../features/staff-post/staff-page'
import { call } from '../../../platform/call'
import { go } from '../../../platform/navigate'
import { useQuery } from '../../../platform/use-query'
import { toStaffPlanOffers, toStaffPlanPolicy } from '../../../routes/staff'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Loaded } from '../../../ui/loaded'
import { Columns, Stack } from '../../../ui/page'
import { Empty } from '../../../ui/states'
import './plans.scss'
import { MonthsCard } from './months-card'
import { PlanList } from './plan-list'
import { RecoveredCard } from './recovered-card'
import { StatesCard } from './states-card'
import { texts } from './texts'

export default function Plans() {
  return (
    <StaffPage door="plans" title={texts.title}>
      {(post) => <Overview post={post} />}
    </StaffPage>
  )
}

function Overview({ post }: { post: StaffPost }) {
  const { communityId } = post
  const overview = useQuery(`plans-overview-${communityId}`, () =>
    call('GET /v1/staff/communities/:communityId/plans-overview', { params: { communityId } }),
  )
  return (
    <>
      <View className="page-ways">
        <Button look="quiet" icon="book" onPress={() => go(toStaffPlanPolicy({ communityId }))}>
          {texts.policy}
        </Button>
        {mayDecidePlans(post) && (
          <Button look="quiet" icon="people" onPress={() => go(toStaffPlanOffers({ communityId }))}>
            {texts.offer}
          </Button>
        )}
      </View>
      <Loaded of={overview} lines={8}>
        {(figures) =>
          figures.byState.length === 0 ? (
            <Card>
              <Empty icon="calendar" title={texts.none} hint={texts.noneHint} />
            </Card>
          ) : (
            <Columns>
              <Stack>
                <RecoveredCard figures={figures} />
                <StatesCard byState={figures.byState} />
              </Stack>
              <MonthsCard months={figures.months} />
            </Columns>
          )
        }
      </Loaded>
      <PlanList communityId={communityId} />
    </>
  )
}
