import { classNames } from './class-names'
import type { PressableProps } from './pressable'

export function Pressable(props: PressableProps) {
  const { onPress, children, className, label, disabled = false, kind = 'button', chosen } = props
  const state = kind === 'tab' ? { 'aria-selected': chosen } : { 'aria-checked': chosen }
  return (
    <button
      type="button"
      className={classNames('pressable', className)}
      role={kind === 'button' ? undefined : kind}
      aria-label={label}
      aria-disabled={disabled || undefined}
      disabled={disabled}
      onClick={onPress}
      {...(kind === 'button' ? {} : state)}
    >
      {children}
    </button>
  )
}
