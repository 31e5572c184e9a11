import type { StaffRefund } from '@anjiao/shared/contract/refunds'
import { refundRoutes } from '@anjiao/shared/refund-life'
import { RowLink } from '../../../features/staff-lists/row-link'
import { RefundTag } from '../../../features/staff-refunds/refund-tag'
import { standsWords } from '../../../features/staff-refunds/stands-words'
import { go } from '../../../platform/navigate'
import type { AtCommunity } from '../../../routes/staff'
import { toStaffRefund } from '../../../routes/staff-money'
import { dayText } from '../../../ui/instant'
import { Money } from '../../../ui/money'
import { type Column, Table } from '../../../ui/table'
import { texts } from './texts'

export interface RefundTableProps {
  at: AtCommunity
  refunds: readonly StaffRefund[]
}

/** Refunds, each leading to its page; those that stand say why. */
export const RefundTable = ({ at, refunds }: RefundTableProps) => (
  <Table
    label={texts.list}
    compact
    columns={refunds.some(standsWords) ? [...columnsFor(at), stands] : columnsFor(at)}
    rows={refunds}
    keyOf={({ id }) => String(id)}
  />
)

const columnsFor = (at: AtCommunity): readonly Column<StaffRefund>[] => [
  {
    title: texts.room,
    main: true,
    of: ({ id, roomName }) => (
      <RowLink onPress={() => go(toStaffRefund(at, id))}>{roomName ?? texts.unknownRoom}</RowLink>
    ),
  },
  { title: texts.amount, align: 'end', of: ({ amountFen }) => <Money fen={amountFen} /> },
  { title: texts.state, of: ({ state }) => <RefundTag state={state} /> },
  { title: texts.route, whole: true, of: ({ route }) => refundRoutes[route] },
  {
    title: texts.asked,
    of: ({ askedBy, askedAt }) => texts.askedBy(askedBy, dayText(askedAt)),
  },
]

const stands: Column<StaffRefund> = {
  title: texts.stands,
  long: true,
  of: (refund) => standsWords(refund) ?? texts.nothing,
}
