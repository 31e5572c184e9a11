import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { role } from './aria'
import { Pressable } from './pressable'
import { useEscape } from './use-escape'

export interface SheetProps {
  title: string
  open: boolean
  /** While something is being sent it stays: whoever closed it would not see whether it was taken. */
  busy?: boolean
  onClose: () => void
  children: ReactNode
}

/** A matter that comes up from below and goes back, without leaving the page. */
export function Sheet({ title, open, busy = false, onClose, children }: SheetProps) {
  const close = () => {
    if (!busy) onClose()
  }
  useEscape(open, close)
  if (!open) return null
  return (
    <View className="sheet" {...role('dialog')} aria-modal aria-label={title}>
      <View className="sheet-veil" onClick={close} aria-hidden />
      <View className="sheet-paper">
        <View className="sheet-head">
          <View className="card-title" {...role('heading')} aria-level={2}>
            {title}
          </View>
          <Pressable className="sheet-close" onPress={close} label="关闭" disabled={busy}>
            关闭
          </Pressable>
        </View>
        <View className="stack">{children}</View>
      </View>
    </View>
  )
}
