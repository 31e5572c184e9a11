import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { type Role, role } from './aria'
import { classNames } from './class-names'

export interface PressableProps {
  onPress: () => void
  children?: ReactNode
  className?: string
  /** What a screen reader says, where the visible text alone is not enough. */
  label?: string | undefined
  disabled?: boolean | undefined
  kind?: Extract<Role, 'button' | 'checkbox' | 'radio' | 'tab'>
  /** For a checkbox, radio or tab: whether it is the chosen one. */
  chosen?: boolean
}

/** Anything one can press: a real button in the browser, an announced view in the mini-program. */
export function Pressable(props: PressableProps) {
  const { onPress, children, className, label, disabled = false, kind = 'button', chosen } = props
  return (
    <View
      className={classNames('pressable', className)}
      hoverClass={disabled ? 'none' : 'pressed'}
      hoverStayTime={80}
      aria-label={label}
      aria-disabled={disabled}
      aria-checked={chosen}
      onClick={() => {
        if (!disabled) onPress()
      }}
      {...role(kind)}
    >
      {children}
    </View>
  )
}
