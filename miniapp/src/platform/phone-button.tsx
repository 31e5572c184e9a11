import { Button } from '@tarojs/components'
import type { ReactNode } from 'react'
import { buttonClass } from '../ui/button'

export interface PhoneButtonProps {
  children: ReactNode
  disabled?: boolean
  /** The code that buys the phone number at WeChat: good for five minutes, once. */
  onCode: (code: string) => void
  /** The person did not want to tell the number, or WeChat could not. */
  onRefused: () => void
  /** Told before a browser leaves for the page that knows the phone. WeChat asks in place. */
  onLeave?: () => void
}

/**
 * The button by which WeChat asks the person for the phone number (手机号快速验证组件, 2026-11). While disabled it has
 * no open type, since a disabled native button is drawn in WeChat's colours instead of ours.
 */
export function PhoneButton({ children, disabled = false, onCode, onRefused }: PhoneButtonProps) {
  return (
    <Button
      className={buttonClass('primary', disabled)}
      {...(!disabled && { openType: 'getPhoneNumber' })}
      aria-disabled={disabled}
      onGetPhoneNumber={({ detail }) => (detail.code ? onCode(detail.code) : onRefused())}
    >
      {children}
    </Button>
  )
}
