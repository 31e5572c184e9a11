import type { ReliefApplication } from '@anjiao/shared/contract/relief-application'
import type { ReliefState } from '@anjiao/shared/relief-life'
import { Tag, type Tone } from '../../ui/tag'
import { reliefLabel } from './relief-label'

const tones: Readonly<Record<ReliefState, Tone>> = {
  applied: 'due',
  returned: 'due',
  agreed_once: 'due',
  granted: 'good',
  refused: 'calm',
  appealed: 'due',
  refused_finally: 'calm',
  withdrawn: 'calm',
  lapsed: 'calm',
  reversed: 'calm',
}

export const ReliefTag = (application: Pick<ReliefApplication, 'state' | 'grant'>) => (
  <Tag tone={tones[application.state]}>{reliefLabel(application)}</Tag>
)
