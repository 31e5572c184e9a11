import { View } from '@tarojs/components'
import { useState } from 'react'
import { role } from './aria'
import { Button } from './button'
import './chips.scss'
import { classNames } from './class-names'
import { Icon } from './icon'
import { Pressable } from './pressable'

export interface Chip {
  readonly value: string
  readonly label: string
}

export interface ChipsProps {
  label: string
  /** What it means to choose none. */
  hint: string
  chips: readonly Chip[]
  chosen: readonly string[]
  onChange: (chosen: readonly string[]) => void
  /** The button that shows those beyond the first few. */
  all: (chips: number) => string
}

/** As many as stand in a few lines. */
const shownFirst = 24

/** Any of several short names, each ticked by a press. */
export function Chips({ label, hint, chips, chosen, onChange, all }: ChipsProps) {
  const [whole, setWhole] = useState(false)
  const shown = whole ? chips : chips.filter(({ value }, at) => at < shownFirst || chosen.includes(value))
  return (
    <View className="field">
      <View className="field-label">{label}</View>
      <View className="field-hint">{hint}</View>
      <View className="chips" {...role('group')} aria-label={label}>
        {shown.map((chip) => {
          const on = chosen.includes(chip.value)
          return (
            <Pressable
              key={chip.value}
              className={classNames('chip', on && 'chip-on')}
              kind="checkbox"
              chosen={on}
              onPress={() =>
                onChange(
                  chips
                    .map(({ value }) => value)
                    .filter((value) => (value === chip.value ? !on : chosen.includes(value))),
                )
              }
            >
              {on && <Icon name="check" />}
              {chip.label}
            </Pressable>
          )
        })}
      </View>
      {shown.length < chips.length && (
        <Button look="plain" onPress={() => setWhole(true)}>
          {all(chips.length)}
        </Button>
      )}
    </View>
  )
}
