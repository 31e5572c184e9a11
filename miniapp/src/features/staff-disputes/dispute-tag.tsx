import { type DisputeState, disputeStates } from '@anjiao/shared/vocabulary'
import { Tag, type Tone } from '../../ui/tag'

/** What waits for us is warm, what an owner was right about is green. */
const tones: Readonly<Record<DisputeState, Tone>> = {
  open: 'due',
  corrected: 'good',
  explained: 'calm',
  withdrawn: 'calm',
}

/** The state of a dispute, for staff. */
export const DisputeTag = ({ state }: { state: DisputeState }) => (
  <Tag tone={tones[state]}>{disputeStates[state]}</Tag>
)
