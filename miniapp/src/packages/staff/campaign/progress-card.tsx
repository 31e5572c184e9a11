import type { Campaign, CampaignProgress } from '@anjiao/shared/contract/campaigns'
import { whyCampaignStands } from '@anjiao/shared/notice-life'
import { CampaignTag } from '../../../features/staff-reminders/campaign-tag'
import { reminderTexts } from '../../../features/staff-reminders/texts'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { Figure, Figures } from '../../../ui/figure'
import { Stack } from '../../../ui/page'
import { Progress } from '../../../ui/steps'
import { progressTexts as texts } from './texts'

/** How far it is, and why it stands still where it does. */
export function ProgressCard({ campaign, progress }: { campaign: Campaign; progress: CampaignProgress }) {
  const { homes, heldOut, waiting, sending, planned, standsBecause } = progress
  const wanted = homes - heldOut
  const done = wanted - waiting - sending
  return (
    <Card title={campaign.name} aside={<CampaignTag state={campaign.state} />}>
      <Stack>
        {campaign.state === 'running' && !planned && <Note>{texts.planning}</Note>}
        <Progress label={texts.progress} done={done} total={wanted} text={texts.of(done, wanted)} />
        {standsBecause !== null && standsBecause !== 'paused' && (
          <Note>{texts.stands(whyCampaignStands[standsBecause])}</Note>
        )}
        <Figures label={texts.title}>
          <Figure label={texts.homes} value={reminderTexts.homes(homes)} />
          <Figure label={texts.heldOut} value={reminderTexts.homes(heldOut)} />
          <Figure label={texts.waiting} value={reminderTexts.homes(waiting + sending)} />
          <Figure label={texts.reached} value={reminderTexts.homes(progress.delivered)} tone="good" />
          <Figure label={texts.opened} value={reminderTexts.homes(progress.opened)} tone="good" />
        </Figures>
      </Stack>
    </Card>
  )
}
