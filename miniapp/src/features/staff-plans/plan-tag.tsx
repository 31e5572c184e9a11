import type { PlanState } from '@anjiao/shared/plan-life'
import { Tag, type Tone } from '../../ui/tag'
import { stateWords } from './texts'

/** What waits for us is warm, what goes well is green. */
const tones: Readonly<Partial<Record<PlanState, Tone>>> = {
  applied: 'due',
  broken: 'due',
  active: 'good',
  cured: 'good',
  kept: 'good',
}

/** The state of a plan, for staff. */
export const PlanTag = ({ state }: { state: PlanState }) => (
  <Tag tone={tones[state] ?? 'calm'}>{stateWords[state]}</Tag>
)
