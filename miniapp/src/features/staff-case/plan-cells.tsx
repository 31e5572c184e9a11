import { businessDateAt, formatDate } from '@anjiao/shared/calendar'
import type { PlanRow } from '@anjiao/shared/contract/staff-plans'
import { formatYuan } from '@anjiao/shared/money'
import { View } from '@tarojs/components'
import { go } from '../../platform/navigate'
import { type AtCommunity, toStaffPlan } from '../../routes/staff'
import { Cell, Cells } from '../../ui/cell'
import { PlanTag } from '../staff-plans/plan-tag'
import './case.scss'
import { caseTexts as texts } from './texts'

export interface PlanCellsProps {
  at: AtCommunity
  plans: readonly PlanRow[]
}

/** Plans of one home, each leading to its page. */
export const PlanCells = ({ at, plans }: PlanCellsProps) => (
  <Cells>
    {plans.map(({ id, instalments, debtFen, appliedAt, state }) => (
      <Cell
        key={id}
        icon="calendar"
        label={texts.planOf(instalments, formatYuan(debtFen))}
        hint={
          <View className="case-tags">
            <PlanTag state={state} />
            {formatDate(businessDateAt(new Date(appliedAt)))}
          </View>
        }
        onPress={() => go(toStaffPlan(at, id))}
      />
    ))}
  </Cells>
)
