import { Button } from '@tarojs/components'
import type { ReactNode } from 'react'
import { buttonClass } from '../ui/button'

export interface AgreeButtonProps {
  children: ReactNode
  onAgree: () => void
}

/**
 * Agrees to the privacy notice, and tells WeChat so: without this very kind of button WeChat refuses every interface
 * that reads personal data, or asks a second time in words of its own (小程序隐私协议开发指南, 2026-11).
 */
export function AgreeButton({ children, onAgree }: AgreeButtonProps) {
  return (
    <Button
      className={buttonClass('primary', false)}
      openType="agreePrivacyAuthorization"
      onAgreePrivacyAuthorization={onAgree}
    >
      {children}
    </Button>
  )
}
