import { View } from '@tarojs/components'
import { classNames } from './class-names'
import { Pressable } from './pressable'
import './switch.scss'

export interface SwitchProps {
  /** What it switches, for screen readers: it stands beside words that say the same. */
  label: string
  on: boolean
  disabled?: boolean
  onChange: (on: boolean) => void
}

/** On or off, at once. */
export const Switch = ({ label, on, disabled = false, onChange }: SwitchProps) => (
  <Pressable
    className="switch"
    kind="checkbox"
    label={label}
    chosen={on}
    disabled={disabled}
    onPress={() => onChange(!on)}
  >
    <View className={classNames('switch-rail', on && 'switch-rail-on')} aria-hidden>
      <View className="switch-thumb" />
    </View>
  </Pressable>
)
