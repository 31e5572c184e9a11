import { formatDate } from '@anjiao/shared/calendar'
import type { PlanRow } from '@anjiao/shared/contract/staff-plans'
import type { CommunityId } from '@anjiao/shared/ids'
import { RowLink } from '../../../features/staff-lists/row-link'
import { PlanTag } from '../../../features/staff-plans/plan-tag'
import { go } from '../../../platform/navigate'
import { toStaffPlan } from '../../../routes/staff'
import { Money } from '../../../ui/money'
import { type Column, Table } from '../../../ui/table'
import { texts } from './texts'

export interface PlanTableProps {
  communityId: CommunityId
  plans: readonly PlanRow[]
}

/** Plans, each leading to its own page. */
export const PlanTable = ({ communityId, plans }: PlanTableProps) => (
  <Table
    label={texts.list}
    compact
    columns={columnsFor(communityId)}
    rows={plans}
    keyOf={({ id }) => String(id)}
  />
)

const columnsFor = (communityId: CommunityId): readonly Column<PlanRow>[] => [
  {
    title: texts.room,
    main: true,
    of: ({ id, roomName }) => (
      <RowLink onPress={() => go(toStaffPlan({ communityId }, id))}>{roomName}</RowLink>
    ),
  },
  { title: texts.owner, whole: true, of: ({ ownerMasked }) => ownerMasked },
  { title: texts.state, of: ({ state }) => <PlanTag state={state} /> },
  { title: texts.debt, align: 'end', of: ({ debtFen }) => <Money fen={debtFen} /> },
  {
    title: texts.open,
    align: 'end',
    of: ({ openFen }) => <Money fen={openFen} tone={openFen > 0 ? 'due' : 'good'} />,
  },
  {
    title: texts.next,
    align: 'end',
    of: ({ nextDue }) => (nextDue ? formatDate(nextDue) : texts.nothing),
  },
]
