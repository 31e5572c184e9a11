import { Text } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { Icon, type IconName } from './icon'
import { Pressable } from './pressable'

/** How a button looks. One `primary` a page: the one thing most people come to do. */
export type ButtonLook = 'primary' | 'quiet' | 'plain' | 'danger'

export interface ButtonProps {
  onPress: () => void
  children: ReactNode
  look?: ButtonLook
  icon?: IconName
  disabled?: boolean
  /** The press is being worked on: shows so, and refuses a second press. */
  busy?: boolean
  label?: string
}

export const buttonClass = (look: ButtonLook, idle: boolean): string =>
  classNames('button', `button-${look}`, idle && 'button-idle')

export function Button(props: ButtonProps) {
  const { onPress, children, look = 'primary', icon, disabled = false, busy = false, label } = props
  return (
    <Pressable
      className={buttonClass(look, disabled || busy)}
      disabled={disabled || busy}
      label={label}
      onPress={onPress}
    >
      {icon && <Icon name={icon} />}
      <Text>{children}</Text>
      {busy && <Text className="button-busy">…</Text>}
    </Pressable>
  )
}
