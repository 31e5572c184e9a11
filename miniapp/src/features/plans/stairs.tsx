import type { Instalment } from '@anjiao/shared/instalments'
import { type Fen, formatYuan, subtractFen } from '@anjiao/shared/money'
import { View } from '@tarojs/components'
import { role } from '../../ui/aria'
import './plans.scss'
import { scheduleTexts } from './texts'

/** How a debt shrinks, instalment by instalment: each column what is still owed before it, its upper end what it pays. */
export const Stairs = ({ debtFen, schedule }: { debtFen: Fen; schedule: readonly Instalment[] }) => (
  <View
    className="stairs"
    {...role('img')}
    aria-label={scheduleTexts.stairs(formatYuan(debtFen), schedule.length)}
  >
    {stepsOf(debtFen, schedule).map(({ no, beforeFen, amountFen }) => (
      <View key={no} className="stair" style={{ height: `${percent(beforeFen, debtFen)}%` }}>
        <View className="stair-paid" style={{ height: `${percent(amountFen, beforeFen)}%` }} />
      </View>
    ))}
  </View>
)

function stepsOf(debtFen: Fen, schedule: readonly Instalment[]) {
  let beforeFen = debtFen
  return schedule.map(({ no, amountFen }) => {
    const step = { no, beforeFen, amountFen }
    beforeFen = subtractFen(beforeFen, amountFen)
    return step
  })
}

const percent = (part: Fen, of: Fen): number => (of > 0 ? Math.round((part * 1000) / of) / 10 : 0)
