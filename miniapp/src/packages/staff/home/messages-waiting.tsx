import type { StaffPost } from '@anjiao/shared/contract/identity'
import { useComplaints, useUnknown, waits } from '../../../features/staff-messages/use-messages'
import { doors } from '../../../features/staff-post/doors'
import { go } from '../../../platform/navigate'
import { Cell } from '../../../ui/cell'
import { count } from '../../../ui/count'
import { Tag } from '../../../ui/tag'
import { texts } from './texts'

/** How many doubts about reminders wait for an answer, and messages for somebody to look what became of them. */
export function MessagesWaiting({ post }: { post: StaffPost }) {
  const complaints = useComplaints(post.communityId)
  const unknown = useUnknown(post.communityId)
  const known = complaints.data && unknown.data
  const waiting = (complaints.data ?? []).filter(waits).length + (unknown.data?.length ?? 0)
  return (
    <Cell
      icon={doors.messages.icon}
      label={texts.messages}
      value={known ? <Waiting waiting={waiting} /> : (complaints.failure ?? unknown.failure) && texts.unknown}
      onPress={() => go(doors.messages.to(post))}
    />
  )
}

const Waiting = ({ waiting }: { waiting: number }) => (
  <Tag tone={waiting > 0 ? 'due' : 'calm'}>
    {waiting > 0 ? texts.waitingRequests(count(waiting)) : texts.none}
  </Tag>
)
