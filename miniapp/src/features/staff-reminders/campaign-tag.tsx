import { type CampaignState, campaignStates } from '@anjiao/shared/campaign-life'
import { Tag, type Tone } from '../../ui/tag'

/** What waits for us is warm, what goes out is green. */
const tones: Readonly<Partial<Record<CampaignState, Tone>>> = {
  draft: 'due',
  submitted: 'due',
  paused: 'due',
  running: 'good',
  done: 'good',
}

/** The state of a campaign. */
export const CampaignTag = ({ state }: { state: CampaignState }) => (
  <Tag tone={tones[state] ?? 'calm'}>{campaignStates[state].label}</Tag>
)
