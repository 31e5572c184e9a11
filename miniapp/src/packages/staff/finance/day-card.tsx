import { formatDate, formatMonthDay } from '@anjiao/shared/calendar'
import type { MoneyDay } from '@anjiao/shared/contract/finance'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { DayColumns } from '../../../ui/charts'
import { Empty } from '../../../ui/states'
import { texts } from './texts'

/** How money came in from day to day, and which day was the best. */
export function DayCard({ days }: { days: readonly MoneyDay[] }) {
  const [first, last] = [days[0], days[days.length - 1]]
  const [most] = [...days].sort((one, other) => other.receivedFen - one.receivedFen)
  if (!first || !last || !most || most.receivedFen <= 0)
    return (
      <Card title={texts.byDay}>
        <Empty icon="calendar" title={texts.nothing} hint={texts.nothingHint} />
      </Card>
    )
  return (
    <Card title={texts.byDay}>
      <DayColumns
        label={texts.byDay}
        columns={days.map(({ day, receivedFen }) => ({
          id: day,
          amount: receivedFen,
          text: texts.dayTold(formatDate(day), receivedFen),
        }))}
        first={formatMonthDay(first.day)}
        last={formatMonthDay(last.day)}
      />
      <Note>{texts.highest(formatMonthDay(most.day), most.receivedFen)}</Note>
    </Card>
  )
}
