import { businessDateAt, formatDate } from '@anjiao/shared/calendar'
import { reliefKinds } from '@anjiao/shared/vocabulary'
import { View } from '@tarojs/components'
import { go } from '../../platform/navigate'
import { type AtCommunity, toStaffReliefCase } from '../../routes/staff'
import { Cell, Cells } from '../../ui/cell'
import { ReliefTag } from '../staff-relief/relief-tag'
import './case.scss'
import type { ReliefOf } from './use-case'

export interface ReliefCellsProps {
  at: AtCommunity
  applications: ReliefOf
}

/** Relief applications of one home, each leading to its page. */
export const ReliefCells = ({ at, applications }: ReliefCellsProps) => (
  <Cells>
    {applications.map(({ id, kind, askedAt, state }) => (
      <Cell
        key={id}
        icon="leaf"
        label={reliefKinds[kind]}
        hint={
          <View className="case-tags">
            <ReliefTag state={state} />
            {formatDate(businessDateAt(new Date(askedAt)))}
          </View>
        }
        onPress={() => go(toStaffReliefCase(at, id))}
      />
    ))}
  </Cells>
)
