import { businessDateAt, formatDate } from '@anjiao/shared/calendar'
import { reliefStates } from '@anjiao/shared/relief-life'
import { reliefKinds } from '@anjiao/shared/vocabulary'
import { Cell, Cells } from '../../ui/cell'
import { Tag } from '../../ui/tag'
import type { ReliefOf } from './use-case'

/** Relief applications of one home. */
export const ReliefCells = ({ applications }: { applications: ReliefOf }) => (
  <Cells>
    {applications.map(({ id, kind, askedAt, state }) => (
      <Cell
        key={id}
        icon="leaf"
        label={reliefKinds[kind]}
        hint={formatDate(businessDateAt(new Date(askedAt)))}
        value={<Tag tone={state === 'granted' ? 'good' : 'calm'}>{reliefStates[state].label}</Tag>}
      />
    ))}
  </Cells>
)
