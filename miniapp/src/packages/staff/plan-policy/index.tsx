import type { StaffPost } from '@anjiao/shared/contract/identity'
import { View } from '@tarojs/components'
import { PolicyRules } from '../../../features/plans/policy-rules'
import { usePolicies } from '../../../features/staff-plans/use-policies'
import { mayEnter } from '../../../features/staff-post/doors'
import { StaffPage } from '../../../features/staff-post/staff-page'
import { go } from '../../../platform/navigate'
import { toStaffNewPlanPolicy } from '../../../routes/staff'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { instantText } from '../../../ui/instant'
import { Loaded } from '../../../ui/loaded'
import { Columns, Stack } from '../../../ui/page'
import { Empty } from '../../../ui/states'
import { EarlierPolicies } from './earlier-policies'
import { texts } from './texts'

export default function PlanPolicyPage() {
  return (
    <StaffPage door="plans" title={texts.title}>
      {(post) => <Policies post={post} />}
    </StaffPage>
  )
}

function Policies({ post: { communityId, roles } }: { post: StaffPost }) {
  const policies = usePolicies(communityId)
  const mayPublish = mayEnter(roles, { roles: ['manager'] })
  const write = mayPublish && (
    <View className="buttons">
      <Button onPress={() => go(toStaffNewPlanPolicy({ communityId }))}>{texts.write}</Button>
    </View>
  )
  return (
    <Loaded of={policies} lines={8}>
      {([inForce, ...earlier]) =>
        inForce ? (
          <Columns>
            <Card title={texts.inForce}>
              <Note>{texts.since(instantText(inForce.publishedAt))}</Note>
              <PolicyRules policy={inForce} />
            </Card>
            <Stack>
              {write}
              {earlier.length > 0 && <EarlierPolicies policies={earlier} />}
            </Stack>
          </Columns>
        ) : (
          <Card>
            <Empty
              icon="calendar"
              title={texts.none}
              hint={mayPublish ? texts.noneHint : `${texts.noneHint}${texts.noneForOthers}`}
            >
              {write}
            </Empty>
          </Card>
        )
      }
    </Loaded>
  )
}
