import { Picker, Text, View } from '@tarojs/components'
import { Icon } from './icon'

export interface Option<Value extends string> {
  readonly value: Value
  readonly label: string
}

export interface SelectProps<Value extends string> {
  label: string
  options: readonly Option<NoInfer<Value>>[]
  value: Value | undefined
  onChange: (value: NoInfer<Value>) => void
  /** Shown while nothing is chosen. */
  placeholder?: string
}

/** One of a few, by the platform's own wheel or list. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { label, options, value, onChange, placeholder = '请选择' } = props
  const at = options.findIndex((option) => option.value === value)
  const shown = options[at]?.label ?? placeholder
  return (
    <View className="field">
      <View className="field-label">{label}</View>
      <Picker
        mode="selector"
        range={options.map((option) => option.label)}
        value={Math.max(at, 0)}
        aria-label={`${label}，${shown}`}
        onChange={(event) => {
          const chosen = options[Number(event.detail.value)]
          if (chosen) onChange(chosen.value)
        }}
      >
        <View className="select-box">
          <Text>{shown}</Text>
          <Icon name="next" />
        </View>
      </Picker>
    </View>
  )
}

export interface DateFieldProps {
  label: string
  /** `2026-11-23`, or empty. */
  value: string
  onChange: (value: string) => void
  /** The earliest and the latest that the calendar offers. */
  first?: string
  last?: string
}

/** A day, by the platform's own calendar. */
export function DateField({ label, value, onChange, first = '', last = '' }: DateFieldProps) {
  return (
    <View className="field">
      <View className="field-label">{label}</View>
      <Picker
        mode="date"
        value={value}
        start={first}
        end={last}
        aria-label={`${label}，${value}`}
        onChange={(event) => onChange(event.detail.value)}
      >
        <View className="select-box">
          <Text>{value || '请选择日期'}</Text>
          <Icon name="next" />
        </View>
      </Picker>
    </View>
  )
}
