import type { Campaign } from '@anjiao/shared/contract/campaigns'
import type { CommunityId } from '@anjiao/shared/ids'
import { LongTable } from '../../../features/staff-lists/long-table'
import { RowLink } from '../../../features/staff-lists/row-link'
import { CampaignTag } from '../../../features/staff-reminders/campaign-tag'
import { startWords } from '../../../features/staff-reminders/start-words'
import { reminderTexts } from '../../../features/staff-reminders/texts'
import { go } from '../../../platform/navigate'
import { toStaffCampaign } from '../../../routes/staff'
import { dayText } from '../../../ui/instant'
import type { Column } from '../../../ui/table'
import { texts } from './texts'

export interface CampaignTableProps {
  communityId: CommunityId
  campaigns: readonly Campaign[]
}

/** Campaigns, each leading to its own page. */
export const CampaignTable = ({ communityId, campaigns }: CampaignTableProps) => (
  <LongTable
    label={texts.list}
    compact
    columns={columnsFor(communityId)}
    rows={campaigns}
    keyOf={({ id }) => String(id)}
  />
)

const columnsFor = (communityId: CommunityId): readonly Column<Campaign>[] => [
  {
    title: texts.name,
    main: true,
    of: ({ id, name }) => <RowLink onPress={() => go(toStaffCampaign({ communityId }, id))}>{name}</RowLink>,
  },
  { title: texts.state, of: ({ state }) => <CampaignTag state={state} /> },
  { title: texts.start, of: startWords },
  {
    title: texts.homes,
    align: 'end',
    of: ({ homes }) => (homes === null ? reminderTexts.nothing : reminderTexts.homes(homes)),
  },
  { title: texts.by, whole: true, of: ({ madeBy }) => madeBy },
  { title: texts.made, align: 'end', wideOnly: true, whole: true, of: ({ madeAt }) => dayText(madeAt) },
]
