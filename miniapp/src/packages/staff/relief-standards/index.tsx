import type { StaffPost } from '@anjiao/shared/contract/identity'
import { mayEnter } from '../../../features/staff-post/doors'
import { StaffPage } from '../../../features/staff-post/staff-page'
import { Columns, Stack } from '../../../ui/page'
import { Budgets } from './budgets'
import { Standards } from './standards'

export default function ReliefStandardsPage() {
  return <StaffPage door="reliefStandards">{(post) => <StandardsAndBudgets post={post} />}</StaffPage>
}

/** What is given, and what it is paid from. The desk reads standards; budgets are for those who decide. */
function StandardsAndBudgets({ post: { communityId, roles } }: { post: StaffPost }) {
  const mayPublish = mayEnter(roles, { roles: ['manager'] })
  const standards = <Standards communityId={communityId} mayPublish={mayPublish} />
  if (!mayEnter(roles, { roles: ['finance', 'manager'] })) return standards
  return (
    <Columns>
      <Stack>{standards}</Stack>
      <Stack>
        <Budgets communityId={communityId} mayEnterOne={mayPublish} />
      </Stack>
    </Columns>
  )
}
