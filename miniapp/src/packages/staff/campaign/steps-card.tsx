import { campaignEvents, campaignWriting } from '@anjiao/shared/campaign-life'
import type { CampaignStep } from '@anjiao/shared/contract/campaigns'
import { Card } from '../../../ui/card'
import { Cell, Cells } from '../../../ui/cell'
import { instantText } from '../../../ui/instant'
import { texts } from './texts'

/** What happened to a campaign and by whom, oldest first. */
export const StepsCard = ({ steps }: { steps: readonly CampaignStep[] }) => (
  <Card title={texts.steps}>
    <Cells>
      {steps.map(({ event, at, by }) => (
        <Cell key={`${at} ${event}`} label={wordsFor(event)} hint={texts.byWhom(by, instantText(at))} />
      ))}
    </Cells>
  </Card>
)

const wordsFor = (event: CampaignStep['event']): string =>
  event === 'make' || event === 'change' ? campaignWriting[event] : campaignEvents[event].label
