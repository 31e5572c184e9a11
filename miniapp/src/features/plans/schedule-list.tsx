import { formatDate } from '@anjiao/shared/calendar'
import type { Instalment } from '@anjiao/shared/instalments'
import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { role } from '../../ui/aria'
import { Button } from '../../ui/button'
import { Money } from '../../ui/money'
import './plans.scss'
import { scheduleTexts } from './texts'

/** Instalments shown at first; one press shows the rest. */
const first = 6

export interface ScheduleListProps<Row extends Instalment> {
  label: string
  schedule: readonly Row[]
  /** Instead of the number before the date: a picture of its state. */
  mark?: (row: Row) => ReactNode
  /** Under the date: what there is to say of it. */
  note?: (row: Row) => ReactNode
}

/** Every instalment with its day and its amount, in their order. */
export function ScheduleList<Row extends Instalment>({
  label,
  schedule,
  mark,
  note,
}: ScheduleListProps<Row>) {
  const [whole, setWhole] = useState(false)
  const shown = whole || schedule.length <= first + 1 ? schedule : schedule.slice(0, first)
  const hidden = schedule.length - shown.length
  return (
    <View>
      <View className="schedule" {...role('list')} aria-label={label}>
        {shown.map((row) => (
          <View key={row.no} className="schedule-row" {...role('listitem')}>
            {mark ? mark(row) : <NumberMark no={row.no} />}
            <View className="schedule-words">
              <View className="schedule-date">
                <View className="whole-words">{formatDate(row.dueDate)}</View>
                <View className="schedule-amount">
                  <Money fen={row.amountFen} />
                </View>
              </View>
              {note?.(row)}
            </View>
          </View>
        ))}
      </View>
      {hidden > 0 && (
        <Button look="plain" onPress={() => setWhole(true)}>
          {scheduleTexts.more(hidden)}
        </Button>
      )}
    </View>
  )
}

/** The number of an instalment in a circle; 首 for the down payment. */
export const NumberMark = ({ no }: { no: number }) => (
  <View className="schedule-mark">{no === 0 ? scheduleTexts.downMark : no}</View>
)
