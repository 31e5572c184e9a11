import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { role } from './aria'
import { Pressable } from './pressable'
import { useEscape } from './use-escape'

export interface SheetProps {
  title: string
  open: boolean
  onClose: () => void
  children: ReactNode
}

/** A matter that comes up from below and goes back, without leaving the page. */
export function Sheet({ title, open, onClose, children }: SheetProps) {
  useEscape(open, onClose)
  if (!open) return null
  return (
    <View className="sheet" {...role('dialog')} aria-modal aria-label={title}>
      <View className="sheet-veil" onClick={onClose} aria-hidden />
      <View className="sheet-paper">
        <View className="sheet-head">
          <View className="card-title" {...role('heading')} aria-level={2}>
            {title}
          </View>
          <Pressable className="sheet-close" onPress={onClose} label="关闭">
            关闭
          </Pressable>
        </View>
        <View className="stack">{children}</View>
      </View>
    </View>
  )
}
