import type { StaffPost } from '@anjiao/shared/contract/identity'
import { useUnknownCount } from '../../../features/staff-messages/use-messages'
import { doors } from '../../../features/staff-post/doors'
import { go } from '../../../platform/navigate'
import { toUnknownMessages } from '../../../routes/staff'
import { Cell } from '../../../ui/cell'
import { count } from '../../../ui/count'
import { Tag } from '../../../ui/tag'
import { texts } from './texts'

/** How many messages wait for somebody to look what became of them. Complaints about reminders wait among the requests. */
export function MessagesWaiting({ post }: { post: StaffPost }) {
  const { data, failure } = useUnknownCount(post.communityId)
  return (
    <Cell
      icon={doors.messages.icon}
      label={texts.messages}
      value={data ? <Waiting waiting={data.unknown} /> : failure && texts.unknown}
      onPress={() => go(toUnknownMessages(post))}
    />
  )
}

const Waiting = ({ waiting }: { waiting: number }) => (
  <Tag tone={waiting > 0 ? 'due' : 'calm'}>
    {waiting > 0 ? texts.messagesWaiting(count(waiting)) : texts.none}
  </Tag>
)
