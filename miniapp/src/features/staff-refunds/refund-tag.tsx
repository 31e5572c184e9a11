import { type RefundState, refundStates } from '@anjiao/shared/refund-life'
import { Tag, type Tone } from '../../ui/tag'

/** What waits for us is warm, what does not go on by itself is red, what is done is green. */
const tones: Readonly<Partial<Record<RefundState, Tone>>> = {
  asked: 'due',
  owed: 'due',
  sent: 'due',
  abnormal: 'bad',
  found: 'bad',
  failed: 'bad',
  paid: 'good',
}

/** The state of a refund, for staff. */
export const RefundTag = ({ state }: { state: RefundState }) => (
  <Tag tone={tones[state] ?? 'calm'}>{refundStates[state].label}</Tag>
)
