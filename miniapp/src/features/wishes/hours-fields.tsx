import { View } from '@tarojs/components'
import { useState } from 'react'
import { Choice } from '../../ui/choice'
import { Select } from '../../ui/select'
import { firstHours, type Hours, lastHours, startingAt, timeOf, type UsualTime, usualTimes } from './hours'
import { hoursTexts as texts } from './texts'

const ways = [
  ...(Object.keys(usualTimes) as UsualTime[]).map((time) => ({
    value: time,
    label: usualTimes[time].label,
    hint: texts.between(usualTimes[time]),
  })),
  { value: 'own' as const, label: texts.ownHours },
]

const hourOptions = (hours: readonly number[]) =>
  hours.map((hour) => ({ value: String(hour), label: texts.hour(hour) }))

interface HoursFieldsProps {
  label: string
  hours: Hours
  onChange: (hours: Hours) => void
}

/** When it suits: one of a few times by a press, any other by two wheels. */
export function HoursFields({ label, hours, onChange }: HoursFieldsProps) {
  const [own, setOwn] = useState(timeOf(hours) === undefined)
  const chosen = own ? 'own' : timeOf(hours)
  return (
    <>
      <View className="field">
        <View className="field-label">{label}</View>
        <Choice
          label={label}
          options={ways}
          value={chosen}
          onChange={(way) => {
            setOwn(way === 'own')
            if (way !== 'own')
              onChange({ fromHour: usualTimes[way].fromHour, toHour: usualTimes[way].toHour })
          }}
        />
      </View>
      {own && (
        <>
          <Select
            label={texts.fromHour}
            options={hourOptions(firstHours)}
            value={String(hours.fromHour)}
            onChange={(hour) => onChange(startingAt(hours, Number(hour)))}
          />
          <Select
            label={texts.toHour}
            options={hourOptions(lastHours(hours.fromHour))}
            value={String(hours.toHour)}
            onChange={(hour) => onChange({ fromHour: hours.fromHour, toHour: Number(hour) })}
          />
        </>
      )}
    </>
  )
}
