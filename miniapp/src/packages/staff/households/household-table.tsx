import { formatDate } from '@anjiao/shared/calendar'
import type { HouseholdRow } from '@anjiao/shared/contract/community'
import type { CommunityId } from '@anjiao/shared/ids'
import { RowLink } from '../../../features/staff-lists/row-link'
import { go } from '../../../platform/navigate'
import { toStaffHousehold } from '../../../routes/staff'
import { Money } from '../../../ui/money'
import { type Column, Table } from '../../../ui/table'
import { texts } from './texts'

export interface HouseholdTableProps {
  communityId: CommunityId
  households: readonly HouseholdRow[]
}

/** Households, each leading to its own page: on a phone the whole card does, on a desktop the room. */
export function HouseholdTable({ communityId, households }: HouseholdTableProps) {
  const columns: readonly Column<HouseholdRow>[] = [
    {
      title: texts.room,
      main: true,
      of: ({ householdId, roomName }) => (
        <RowLink onPress={() => go(toStaffHousehold({ communityId }, householdId))}>{roomName}</RowLink>
      ),
    },
    { title: texts.owner, whole: true, of: ({ ownerMasked }) => ownerMasked },
    { title: texts.phone, of: ({ phoneMasked }) => phoneMasked || texts.none },
    {
      title: texts.open,
      align: 'end',
      of: ({ openFen }) => <Money fen={openFen} tone={openFen > 0 ? 'due' : 'good'} />,
    },
    {
      title: texts.overdue,
      align: 'end',
      of: ({ overdueSince }) => (overdueSince ? formatDate(overdueSince) : texts.none),
    },
  ]
  return (
    <Table
      label={texts.list}
      columns={columns}
      compact
      rows={households}
      keyOf={({ householdId }) => String(householdId)}
    />
  )
}
