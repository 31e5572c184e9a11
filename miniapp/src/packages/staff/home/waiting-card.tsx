import type { StaffOverview } from '@anjiao/shared/contract/community'
import type { StaffPost } from '@anjiao/shared/contract/identity'
import { type Door, doors, mayEnter } from '../../../features/staff-post/doors'
import { mayCheckRefunds } from '../../../features/staff-refunds/may-refund'
import { go } from '../../../platform/navigate'
import { Card } from '../../../ui/card'
import { Cell, Cells } from '../../../ui/cell'
import { count } from '../../../ui/count'
import { Tag } from '../../../ui/tag'
import { MessagesWaiting } from './messages-waiting'
import { RefundsWaiting } from './refunds-waiting'
import { RequestsWaiting } from './requests-waiting'
import { texts } from './texts'

/** What waits for somebody to decide. */
export function WaitingCard({ figures, post }: { figures: StaffOverview; post: StaffPost }) {
  const { pendingApplications, suspenseItems } = figures
  return (
    <Card title={texts.waiting}>
      <Cells>
        {mayEnter(post.roles, doors.requests) && <RequestsWaiting post={post} />}
        {mayCheckRefunds(post) && <RefundsWaiting post={post} />}
        {mayEnter(post.roles, doors.messages) && <MessagesWaiting post={post} />}
        <Waiting
          label={texts.applications}
          door={doors.applications}
          post={post}
          waiting={pendingApplications > 0 ? texts.pieces(count(pendingApplications)) : undefined}
        />
        <Waiting
          label={texts.suspense}
          door={doors.suspense}
          post={post}
          waiting={suspenseItems > 0 ? texts.items(count(suspenseItems)) : undefined}
        />
      </Cells>
    </Card>
  )
}

interface WaitingProps {
  label: string
  door: Door
  post: StaffPost
  /** How many; undefined: none. */
  waiting: string | undefined
}

const Waiting = ({ label, door, post, waiting }: WaitingProps) => (
  <Cell
    icon={door.icon}
    label={label}
    value={<Tag tone={waiting ? 'due' : 'calm'}>{waiting ?? texts.none}</Tag>}
    onPress={mayEnter(post.roles, door) ? () => go(door.to(post)) : undefined}
  />
)
