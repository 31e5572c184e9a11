import type { StaffPost } from '@anjiao/shared/contract/identity'
import { doors } from '../../../features/staff-post/doors'
import { useRefunds } from '../../../features/staff-refunds/use-refunds'
import { go } from '../../../platform/navigate'
import { Cell } from '../../../ui/cell'
import { count } from '../../../ui/count'
import { Tag } from '../../../ui/tag'
import { texts } from './texts'

/** How many refunds wait for this person as the second one: what one has asked for oneself waits for somebody else. */
export function RefundsWaiting({ post }: { post: StaffPost }) {
  const { data, failure, hasMore } = useRefunds(post.communityId, 'asked')
  const others = data?.filter(({ askedByMe }) => !askedByMe).length
  return (
    <Cell
      icon={doors.refunds.icon}
      label={texts.refunds}
      value={others === undefined ? failure && texts.unknown : <Waiting waiting={others} hasMore={hasMore} />}
      onPress={() => go(doors.refunds.to(post))}
    />
  )
}

const Waiting = ({ waiting, hasMore }: { waiting: number; hasMore: boolean }) => (
  <Tag tone={waiting > 0 ? 'due' : 'calm'}>
    {waiting > 0 ? texts.items(hasMore ? texts.atLeast(count(waiting)) : count(waiting)) : texts.none}
  </Tag>
)
