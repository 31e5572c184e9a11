import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { role } from './aria'
import { Button } from './button'
import { Icon, IconDisc, type IconName } from './icon'

export interface EmptyProps {
  icon?: IconName
  title: string
  hint?: ReactNode
  children?: ReactNode
}

/** There is nothing here, why that is so, and what one may do instead. */
export const Empty = ({ icon = 'leaf', title, hint, children }: EmptyProps) => (
  <View className="empty">
    <IconDisc name={icon} />
    <View className="empty-title">{title}</View>
    {hint && <View className="cell-hint">{hint}</View>}
    {children}
  </View>
)

export interface ErrorNoteProps {
  /** What happened and what to do, in one or two sentences. */
  sentence: string
  /** A number to tell the front desk. */
  reference?: string | undefined
  retry?: (() => void) | undefined
  retryText?: string
}

export const ErrorNote = ({ sentence, reference, retry, retryText = '再试一次' }: ErrorNoteProps) => (
  <View className="error-note" {...role('alert')}>
    <View className="error-words">
      <Icon name="warning" />
      <Text className="error-sentence">{sentence}</Text>
    </View>
    {reference && <Text className="note">编号 {reference}，联系物业时请报此编号</Text>}
    {retry && (
      <Button look="quiet" onPress={retry}>
        {retryText}
      </Button>
    )}
  </View>
)

const skeletonWidths = ['92%', '64%', '78%', '52%', '86%', '70%', '60%', '48%'] as const

/** Stands where words will soon stand. At most eight lines. */
export const Skeleton = ({ lines = 3 }: { lines?: number }) => (
  <View className="skeleton" {...role('status')} aria-label="正在加载">
    {skeletonWidths.slice(0, lines).map((width) => (
      <View key={width} className="skeleton-line" style={{ width }} />
    ))}
  </View>
)
