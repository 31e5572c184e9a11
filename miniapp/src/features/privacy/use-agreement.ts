import { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import { agreedVersion, keepAgreement, withdrawAgreement } from '../../platform/privacy'
import { noticeVersion } from './notice'

/** Whether the notice in force was agreed to on this device, and the ways to agree and to take it back. */
export function useAgreement() {
  const [agreed, setAgreed] = useState(isAgreed)
  useDidShow(() => setAgreed(isAgreed()))
  return {
    agreed,
    agree: () => {
      keepAgreement(noticeVersion)
      setAgreed(true)
    },
    withdraw: () => {
      withdrawAgreement()
      setAgreed(false)
    },
  }
}

const isAgreed = (): boolean => agreedVersion() === noticeVersion
