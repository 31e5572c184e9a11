import { nextTick } from '@tarojs/taro'
import { type ReactNode, useEffect, useState } from 'react'

/**
 * What stands below the first screen of a long page, handed over once that is shown: WeChat takes a picture in pieces of at most 64 KB
 * without stuttering (小程序评分 setData, read 2026-11).
 */
export function Below({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState(false)
  useEffect(() => nextTick(() => setShown(true)), [])
  return shown ? children : null
}
