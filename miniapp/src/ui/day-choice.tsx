import { addDays, type BusinessDate, formatDate } from '@anjiao/shared/calendar'
import { View } from '@tarojs/components'
import { Choice } from './choice'
import { DateField } from './select'

export interface DayChoiceProps {
  label: string
  /** The earliest and the latest day. */
  first: BusinessDate
  last: BusinessDate
  /** What most would choose: so many days after `from`. Those beyond the bounds are left out. */
  from: BusinessDate
  laterDays: readonly number[]
  later: (days: number) => string
  /** Over the calendar, for any other day. */
  otherLabel: string
  /** What is wrong with the day. */
  error?: string | undefined
  /** `2026-11-23`, or empty. */
  value: string
  onChange: (value: string) => void
}

/** A day within bounds: one of a few by a press, any other by the calendar. */
export function DayChoice(props: DayChoiceProps) {
  const { label, first, last, from, laterDays, later, otherLabel, error, value, onChange } = props
  const options = laterDays
    .map((days) => ({ days, day: addDays(from, days) }))
    .filter(({ day }) => day >= first && day <= last)
    .map(({ days, day }) => ({ value: day, label: later(days), hint: formatDate(day) }))
  const chosen = options.find((option) => option.value === value)?.value
  return (
    <>
      {options.length > 0 && (
        <View className="field">
          <View className="field-label">{label}</View>
          <Choice label={label} options={options} value={chosen} onChange={onChange} />
        </View>
      )}
      <DateField label={otherLabel} value={value} first={first} last={last} onChange={onChange} />
      {error && <View className="field-error">{error}</View>}
    </>
  )
}
