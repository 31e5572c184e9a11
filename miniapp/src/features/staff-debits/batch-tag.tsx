import { type DebitBatchState, debitBatchStates } from '@anjiao/shared/debit-life'
import { Tag, type Tone } from '../../ui/tag'

const tones: Readonly<Record<DebitBatchState, Tone>> = {
  made: 'due',
  released: 'due',
  sent: 'due',
  done: 'good',
  cancelled: 'calm',
}

export const BatchTag = ({ state }: { state: DebitBatchState }) => (
  <Tag tone={tones[state]}>{debitBatchStates[state].label}</Tag>
)
