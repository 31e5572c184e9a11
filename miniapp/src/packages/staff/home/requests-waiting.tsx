import type { StaffPost } from '@anjiao/shared/contract/identity'
import type { WaitingRequest } from '@anjiao/shared/contract/requests'
import { View } from '@tarojs/components'
import { doors } from '../../../features/staff-post/doors'
import { isLate, useRequests } from '../../../features/staff-requests/use-requests'
import { go } from '../../../platform/navigate'
import { Cell } from '../../../ui/cell'
import { count } from '../../../ui/count'
import { Tag } from '../../../ui/tag'
import { texts } from './texts'

/** How many requests of residents wait for an answer, and how many of them too long. */
export function RequestsWaiting({ post }: { post: StaffPost }) {
  const { data, failure } = useRequests(post.communityId)
  return (
    <Cell
      icon={doors.requests.icon}
      label={texts.requests}
      value={data ? <Counted requests={data} /> : failure && texts.unknown}
      onPress={() => go(doors.requests.to(post))}
    />
  )
}

function Counted({ requests }: { requests: readonly WaitingRequest[] }) {
  const late = requests.filter(isLate).length
  if (requests.length === 0) return <Tag>{texts.none}</Tag>
  return (
    <View className="waiting-tags">
      {late > 0 && <Tag tone="bad">{texts.lateRequests(count(late))}</Tag>}
      <Tag tone="due">{texts.waitingRequests(count(requests.length))}</Tag>
    </View>
  )
}
