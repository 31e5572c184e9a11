import { type BusinessDate, daysBetween } from '@anjiao/shared/calendar'
import type { ReliefRow } from '@anjiao/shared/contract/staff-relief'
import { reliefKinds } from '@anjiao/shared/vocabulary'
import { View } from '@tarojs/components'
import { RowLink } from '../../../features/staff-lists/row-link'
import { ReliefTag } from '../../../features/staff-relief/relief-tag'
import { DeadlineTag } from '../../../features/staff-requests/deadline-tag'
import { go } from '../../../platform/navigate'
import { today } from '../../../platform/today'
import { type AtCommunity, toStaffReliefCase } from '../../../routes/staff'
import { dayText } from '../../../ui/instant'
import { Money } from '../../../ui/money'
import { type Column, Table } from '../../../ui/table'
import { texts } from './texts'

export interface ReliefTableProps {
  at: AtCommunity
  applications: readonly ReliefRow[]
}

/** Relief applications, each leading to its own page. */
export const ReliefTable = ({ at, applications }: ReliefTableProps) => (
  <Table
    label={texts.list}
    compact
    columns={columnsFor(at)}
    rows={applications}
    keyOf={({ id }) => String(id)}
  />
)

const columnsFor = (at: AtCommunity): readonly Column<ReliefRow>[] => [
  {
    title: texts.room,
    main: true,
    of: ({ id, roomName }) => <RowLink onPress={() => go(toStaffReliefCase(at, id))}>{roomName}</RowLink>,
  },
  { title: texts.owner, whole: true, of: ({ ownerMasked }) => ownerMasked },
  { title: texts.kind, whole: true, of: ({ kind }) => reliefKinds[kind] },
  { title: texts.state, of: ({ state }) => <ReliefTag state={state} /> },
  { title: texts.reply, align: 'end', of: ({ replyBy }) => <ReplyBy on={replyBy} /> },
  { title: texts.amount, align: 'end', of: ({ amountFen }) => <Money fen={amountFen} /> },
  { title: texts.asked, align: 'end', wideOnly: true, whole: true, of: ({ askedAt }) => dayText(askedAt) },
]

const ReplyBy = ({ on }: { on: BusinessDate | null }) =>
  on ? <DeadlineTag daysLeft={daysBetween(today(), on)} /> : <View>{texts.nothing}</View>
