import { daysBetween } from '@anjiao/shared/calendar'
import type { CommunityId } from '@anjiao/shared/ids'
import { disputeAbouts } from '@anjiao/shared/vocabulary'
import { View } from '@tarojs/components'
import { periodOf } from '../../../features/bills/charge-cell'
import type { DisputeCase } from '../../../features/staff-disputes/use-disputes'
import { LongTable } from '../../../features/staff-lists/long-table'
import { RowLink } from '../../../features/staff-lists/row-link'
import { DeadlineTag } from '../../../features/staff-requests/deadline-tag'
import { go } from '../../../platform/navigate'
import { today } from '../../../platform/today'
import { toStaffDispute } from '../../../routes/staff'
import { instantText } from '../../../ui/instant'
import { Money } from '../../../ui/money'
import type { Column } from '../../../ui/table'
import { Tag } from '../../../ui/tag'
import { texts } from './texts'

export interface DisputeTableProps {
  communityId: CommunityId
  disputes: readonly DisputeCase[]
}

/** Disputes, each leading to where it is answered. */
export const DisputeTable = ({ communityId, disputes }: DisputeTableProps) => (
  <LongTable
    label={texts.list}
    compact
    columns={columnsFor(communityId)}
    rows={disputes}
    keyOf={({ dispute }) => String(dispute.id)}
  />
)

const columnsFor = (communityId: CommunityId): readonly Column<DisputeCase>[] => [
  {
    title: texts.room,
    main: true,
    of: ({ dispute, roomName }) => (
      <RowLink onPress={() => go(toStaffDispute({ communityId }, dispute.id))}>{roomName}</RowLink>
    ),
  },
  { title: texts.owner, whole: true, of: ({ ownerMasked }) => ownerMasked },
  {
    title: texts.about,
    of: ({ dispute: { about } }) => <Tag>{disputeAbouts[about]}</Tag>,
  },
  {
    title: texts.charge,
    of: ({ dispute: { charge } }) => (
      <View>
        {charge.feeItem} {periodOf(charge)}
      </View>
    ),
  },
  { title: texts.amount, align: 'end', of: ({ dispute }) => <Money fen={dispute.charge.amountFen} /> },
  { title: texts.reply, align: 'end', of: ({ dispute }) => <When {...dispute} /> },
]

const When = ({ replyBy, answeredAt }: DisputeCase['dispute']) => {
  if (replyBy) return <DeadlineTag daysLeft={daysBetween(today(), replyBy)} />
  return <View>{answeredAt ? instantText(answeredAt) : texts.none}</View>
}
