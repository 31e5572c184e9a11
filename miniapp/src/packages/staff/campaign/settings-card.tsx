import type { Campaign } from '@anjiao/shared/contract/campaigns'
import type { CommunityId } from '@anjiao/shared/ids'
import { CampaignTag } from '../../../features/staff-reminders/campaign-tag'
import { orderWords } from '../../../features/staff-reminders/channel-words'
import { segmentLines } from '../../../features/staff-reminders/segment-lines'
import { segmentTexts } from '../../../features/staff-reminders/segment-texts'
import { startWords } from '../../../features/staff-reminders/start-words'
import { reminderTexts } from '../../../features/staff-reminders/texts'
import { useParts } from '../../../features/staff-reminders/use-parts'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { Definition } from '../../../ui/definition'
import { texts } from './texts'

export interface SettingsCardProps {
  communityId: CommunityId
  campaign: Campaign
  /** Its name, where nothing above says it. */
  title: string
}

/** What a campaign is to do: whom, on which channels, when and how fast. */
export function SettingsCard({ communityId, campaign, title }: SettingsCardProps) {
  const parts = useParts(communityId)
  const { homes, perMinute, holdOutPercent } = campaign
  const narrowed = segmentLines(campaign.segment, parts.data ?? { feeItems: [] })
  return (
    <Card title={title} aside={<CampaignTag state={campaign.state} />}>
      <Definition
        lines={[
          { label: texts.homes, text: homes === null ? texts.homesUnknown : reminderTexts.homes(homes) },
          { label: texts.start, text: startWords(campaign) },
          { label: texts.channels, text: orderWords(campaign.channels) },
          { label: texts.pace, text: perMinute === null ? texts.fast : texts.perMinute(perMinute) },
          {
            label: texts.holdOut,
            text: holdOutPercent === 0 ? texts.noHoldOut : texts.holdOutOf(holdOutPercent),
          },
          { label: texts.by, text: campaign.madeBy },
          ...(campaign.approvedBy === null ? [] : [{ label: texts.approvedBy, text: campaign.approvedBy }]),
        ]}
      />
      <Definition title={texts.whom} longLabels lines={narrowed} />
      {narrowed.length === 0 && <Note>{segmentTexts.everybody}</Note>}
      <Note>{texts.always}</Note>
    </Card>
  )
}
