import { campaignStates } from '@anjiao/shared/campaign-life'
import type { StaffPost } from '@anjiao/shared/contract/identity'
import { LeftOutCard } from '../../../features/staff-reminders/left-out-card'
import type { CampaignTold } from '../../../features/staff-reminders/use-campaign'
import { Columns, Stack } from '../../../ui/page'
import { ActCard } from './act-card'
import { ConversionCard } from './conversion-card'
import { FatesCard } from './fates-card'
import { ProgressCard } from './progress-card'
import { SettingsCard } from './settings-card'
import { StepsCard } from './steps-card'
import { texts } from './texts'
import { TryCard } from './try-card'

export interface CampaignViewProps {
  post: StaffPost
  told: CampaignTold
  onChanged: () => void
}

/** Before it begins what it will do, afterwards how far it is and what came of it; beside that what it is to do, and the next step. */
export function CampaignView({ post, told, onChanged }: CampaignViewProps) {
  const { campaign, progress, steps } = told
  const { sends, ended } = campaignStates[campaign.state]
  const hasBegun = sends || ended || campaign.state === 'paused'
  const acting = <ActCard post={post} campaign={campaign} onChanged={onChanged} />
  return (
    <Columns>
      <Stack>
        {hasBegun ? (
          <>
            <ProgressCard campaign={campaign} progress={progress} />
            {acting}
            <FatesCard post={post} progress={progress} />
            <LeftOutCard leftOut={progress.leftOut} />
          </>
        ) : (
          <>
            <SettingsCard communityId={post.communityId} campaign={campaign} title={campaign.name} />
            {acting}
          </>
        )}
      </Stack>
      <Stack>
        {hasBegun ? (
          <>
            <ConversionCard progress={progress} />
            <SettingsCard communityId={post.communityId} campaign={campaign} title={texts.settings} />
          </>
        ) : (
          <TryCard communityId={post.communityId} campaign={campaign} />
        )}
        <StepsCard steps={steps} />
      </Stack>
    </Columns>
  )
}
