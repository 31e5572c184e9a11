import { businessDateAt, daysBetween } from '@anjiao/shared/calendar'
import type { WaitingRequest } from '@anjiao/shared/contract/requests'
import type { CommunityId } from '@anjiao/shared/ids'
import { requestMatters } from '@anjiao/shared/vocabulary'
import { View } from '@tarojs/components'
import { LongTable } from '../../../features/staff-lists/long-table'
import { RowLink } from '../../../features/staff-lists/row-link'
import { DeadlineTag } from '../../../features/staff-requests/deadline-tag'
import { toRequest } from '../../../features/staff-requests/to-request'
import { go } from '../../../platform/navigate'
import { today } from '../../../platform/today'
import { Money } from '../../../ui/money'
import type { Column } from '../../../ui/table'
import { Tag } from '../../../ui/tag'
import { texts } from './texts'

export interface RequestTableProps {
  communityId: CommunityId
  /** The most urgent first. */
  requests: readonly WaitingRequest[]
}

/** What waits, each row leading to where it is answered. */
export const RequestTable = ({ communityId, requests }: RequestTableProps) => (
  <LongTable
    label={texts.list}
    compact
    columns={columnsFor(communityId)}
    rows={requests}
    keyOf={({ matter, id }) => `${matter} ${id}`}
  />
)

const columnsFor = (communityId: CommunityId): readonly Column<WaitingRequest>[] => [
  {
    title: texts.room,
    main: true,
    of: (request) => (
      <RowLink onPress={() => go(toRequest({ communityId }, request))}>{request.roomName}</RowLink>
    ),
  },
  { title: texts.owner, whole: true, of: ({ ownerMasked }) => ownerMasked },
  {
    title: texts.matter,
    of: ({ matter, what }) => (
      <View className="tags">
        <Tag>{requestMatters[matter]}</Tag>
        {what}
      </View>
    ),
  },
  { title: texts.reply, align: 'end', of: ({ daysLeft }) => <DeadlineTag daysLeft={daysLeft} /> },
  {
    title: texts.amount,
    align: 'end',
    of: ({ amountFen }) => amountFen !== null && <Money fen={amountFen} />,
  },
  {
    title: texts.asked,
    align: 'end',
    wideOnly: true,
    whole: true,
    of: ({ askedAt }) => agoText(askedAt),
  },
]

function agoText(askedAt: string): string {
  const days = daysBetween(businessDateAt(new Date(askedAt)), today())
  return days <= 0 ? texts.today : texts.daysAgo(days)
}
