import { Input, Text, Textarea, View } from '@tarojs/components'
import { classNames } from './class-names'

export interface FieldProps {
  label: string
  value: string
  onChange: (value: string) => void
  /** What to write, before one has written it wrongly. */
  hint?: string | undefined
  /** What is wrong and how to put it right. */
  error?: string | undefined
  /** Which keyboard the phone opens. */
  keyboard?: 'text' | 'digits' | 'amount'
  placeholder?: string
  /** Stands after the input: 元, ㎡. */
  unit?: string
  lines?: 'one' | 'many'
  maxLength?: number
}

const types = { text: 'text', digits: 'number', amount: 'digit' } as const

/** A labelled input. The label stays in sight; a hint is never only a placeholder. */
export function Field(props: FieldProps) {
  const { label, value, onChange, hint, error, keyboard = 'text', placeholder = '', unit } = props
  const { lines = 'one', maxLength = 100 } = props
  const shared = {
    value,
    placeholder,
    placeholderClass: 'field-placeholder',
    maxlength: maxLength,
    'aria-label': label,
  }
  return (
    <View className="field">
      <View className="field-label">{label}</View>
      <View className={classNames('field-box', error !== undefined && 'field-box-wrong')}>
        {lines === 'one' ? (
          <Input
            className="field-input"
            type={types[keyboard]}
            onInput={(event) => onChange(event.detail.value)}
            {...shared}
          />
        ) : (
          <Textarea
            className="field-input field-many"
            onInput={(event) => onChange(event.detail.value)}
            {...shared}
          />
        )}
        {unit && <Text className="field-unit">{unit}</Text>}
      </View>
      {hint && <View className="field-hint">{hint}</View>}
      {error && <View className="field-error">{error}</View>}
    </View>
  )
}
