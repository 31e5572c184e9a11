import { businessDateAt, formatDate } from '@anjiao/shared/calendar'
import { reliefStates } from '@anjiao/shared/relief-life'
import { reliefKinds } from '@anjiao/shared/vocabulary'
import { View } from '@tarojs/components'
import { Cell, Cells } from '../../ui/cell'
import { Tag } from '../../ui/tag'
import './case.scss'
import type { ReliefOf } from './use-case'

/** Relief applications of one home. */
export const ReliefCells = ({ applications }: { applications: ReliefOf }) => (
  <Cells>
    {applications.map(({ id, kind, askedAt, state }) => (
      <Cell
        key={id}
        icon="leaf"
        label={reliefKinds[kind]}
        hint={
          <View className="case-tags">
            <Tag tone={state === 'granted' ? 'good' : 'calm'}>{reliefStates[state].label}</Tag>
            {formatDate(businessDateAt(new Date(askedAt)))}
          </View>
        }
      />
    ))}
  </Cells>
)
