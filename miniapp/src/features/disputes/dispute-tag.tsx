import { type DisputeState, disputeStates } from '@anjiao/shared/vocabulary'
import { Tag, type Tone } from '../../ui/tag'

const tones: Readonly<Record<DisputeState, Tone>> = {
  open: 'due',
  corrected: 'good',
  explained: 'good',
  withdrawn: 'calm',
}

/** How a dispute stands, in a word. */
export const DisputeTag = ({ state }: { state: DisputeState }) => (
  <Tag tone={tones[state]}>{disputeStates[state]}</Tag>
)
