import type { BusinessDate } from '@anjiao/shared/calendar'
import { today } from '../../../platform/today'
import { DayChoice } from '../../../ui/day-choice'
import { texts } from './texts'

export interface NotedDayProps {
  label: string
  /** When the letters were printed: nothing became of them before. */
  printedOn: BusinessDate
  value: string
  onChange: (day: string) => void
}

/** On which day something became of letters: today, yesterday, or any since they were printed. */
export const NotedDay = ({ label, printedOn, value, onChange }: NotedDayProps) => (
  <DayChoice
    label={label}
    first={printedOn}
    last={today()}
    from={today()}
    laterDays={[0, -1]}
    later={(days) => (days === 0 ? texts.today : texts.yesterday)}
    otherLabel={texts.otherDay}
    value={value}
    onChange={onChange}
  />
)
