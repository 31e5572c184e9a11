import { type ReliefState, reliefStates } from '@anjiao/shared/relief-life'
import { Tag, type Tone } from '../../ui/tag'

/** What waits for us is warm, what was given is green. */
const tones: Readonly<Partial<Record<ReliefState, Tone>>> = {
  applied: 'due',
  agreed_once: 'due',
  appealed: 'due',
  granted: 'good',
}

/** The state of a relief application, for staff. */
export const ReliefTag = ({ state }: { state: ReliefState }) => (
  <Tag tone={tones[state] ?? 'calm'}>{reliefStates[state].label}</Tag>
)
