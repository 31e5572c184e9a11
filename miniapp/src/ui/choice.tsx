import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { role } from './aria'
import { CellMain } from './cell'
import { classNames } from './class-names'
import { Icon } from './icon'
import { Pressable } from './pressable'

export interface CheckRowProps {
  label: ReactNode
  hint?: ReactNode
  /** Stands at the right: an amount. */
  value?: ReactNode
  checked: boolean
  onChange: (checked: boolean) => void
}

/** A line one can tick. The whole line is the target. */
export function CheckRow({ label, hint, value, checked, onChange }: CheckRowProps) {
  return (
    <Pressable className="check-row" kind="checkbox" chosen={checked} onPress={() => onChange(!checked)}>
      <Mark shape="square" on={checked} />
      <CellMain label={label} hint={hint} value={value} />
    </Pressable>
  )
}

export interface ChoiceProps<Value extends string> {
  /** What is being chosen, for screen readers. */
  label: string
  options: readonly { value: NoInfer<Value>; label: ReactNode; hint?: ReactNode }[]
  value: Value | undefined
  onChange: (value: NoInfer<Value>) => void
}

/** One of a few, all in sight. */
export function Choice<Value extends string>({ label, options, value, onChange }: ChoiceProps<Value>) {
  return (
    <View className="choice" {...role('radiogroup')} aria-label={label}>
      {options.map((option) => (
        <Pressable
          key={option.value}
          className={classNames('choice-row', option.value === value && 'choice-row-on')}
          kind="radio"
          chosen={option.value === value}
          onPress={() => onChange(option.value)}
        >
          <Mark shape="round" on={option.value === value} />
          <CellMain label={option.label} hint={option.hint} />
        </Pressable>
      ))}
    </View>
  )
}

const Mark = ({ shape, on }: { shape: 'square' | 'round'; on: boolean }) => (
  <View className={classNames('mark', `mark-${shape}`, on && 'mark-on')}>{on && <Icon name="check" />}</View>
)
