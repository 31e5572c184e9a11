import { Text, View } from '@tarojs/components'
import { role } from './aria'
import { classNames } from './class-names'
import './number-choice.scss'
import { Pressable } from './pressable'
import { Slider } from './slider'

export interface NumberChoiceProps {
  label: string
  hint?: string
  value: number
  min: number
  max: number
  /** The number with its unit: `6 期`. */
  text: (value: number) => string
  onChange: (value: number) => void
}

/** A whole number within bounds: one step by a button of full size, or quickly along a rail. The number stands large between. */
export function NumberChoice({ label, hint, value, min, max, text, onChange }: NumberChoiceProps) {
  return (
    <View className="number-choice">
      <View className="field-label">{label}</View>
      {hint && <View className="field-hint">{hint}</View>}
      <View className="number-choice-line">
        <Step sign="−" label={`${label}，减少`} disabled={value <= min} onPress={() => onChange(value - 1)} />
        <View className="number-choice-value" {...role('status')}>
          {text(value)}
        </View>
        <Step sign="+" label={`${label}，增加`} disabled={value >= max} onPress={() => onChange(value + 1)} />
      </View>
      {max > min && (
        <View>
          <Slider label={label} value={value} min={min} max={max} text={text(value)} onChange={onChange} />
          <View className="number-choice-ends" aria-hidden>
            <Text>{text(min)}</Text>
            <Text>{text(max)}</Text>
          </View>
        </View>
      )}
    </View>
  )
}

interface StepProps {
  sign: '−' | '+'
  label: string
  disabled: boolean
  onPress: () => void
}

const Step = ({ sign, label, disabled, onPress }: StepProps) => (
  <Pressable className="number-choice-step" label={label} disabled={disabled} onPress={onPress}>
    <Text className={classNames(disabled && 'number-choice-end')}>{sign}</Text>
  </Pressable>
)
