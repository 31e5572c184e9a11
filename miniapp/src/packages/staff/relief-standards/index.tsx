import type { StaffPost } from '@anjiao/shared/contract/identity'
import { StaffPage } from '../../../features/staff-post/staff-page'
import { mayDecideRelief, maySetOutRelief } from '../../../features/staff-relief/may-decide'
import { Columns, Stack } from '../../../ui/page'
import { Budgets } from './budgets'
import { Standards } from './standards'

export default function ReliefStandardsPage() {
  return <StaffPage door="reliefStandards">{(post) => <StandardsAndBudgets post={post} />}</StaffPage>
}

/** What is given, and what it is paid from. The desk reads standards; budgets are for those who decide. */
function StandardsAndBudgets({ post }: { post: StaffPost }) {
  const { communityId } = post
  const mayPublish = maySetOutRelief(post)
  const standards = <Standards communityId={communityId} mayPublish={mayPublish} />
  if (!mayDecideRelief(post)) return standards
  return (
    <Columns>
      <Stack>{standards}</Stack>
      <Stack>
        <Budgets communityId={communityId} mayEnterOne={mayPublish} />
      </Stack>
    </Columns>
  )
}
