import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon, IconDisc, type IconName } from './icon'
import { Pressable } from './pressable'

export interface CellProps {
  label: ReactNode
  value?: ReactNode
  /** A second, softer line under the label. */
  hint?: ReactNode
  icon?: IconName
  onPress?: (() => void) | undefined
}

/** One line of a list: what it is, and what it says. At large text the value moves under the label. */
export function Cell({ label, value, hint, icon, onPress }: CellProps) {
  const body = (
    <>
      {icon && <IconDisc name={icon} />}
      <CellMain label={label} hint={hint} value={value} />
      {onPress && <Icon name="next" className="cell-next" />}
    </>
  )
  if (!onPress) return <View className="cell">{body}</View>
  return (
    <Pressable className="cell" onPress={onPress}>
      {body}
    </Pressable>
  )
}

/** The words of a line and, where there is room, its value beside them; else under them. */
export const CellMain = ({ label, hint, value }: Pick<CellProps, 'label' | 'hint' | 'value'>) => (
  <View className="cell-main">
    <View className="cell-words">
      <View className="cell-label">{label}</View>
      {hint && <View className="cell-hint">{hint}</View>}
    </View>
    {value !== undefined && <View className="cell-value">{value}</View>}
  </View>
)

/** Cells under one another, with a line between. */
export const Cells = ({ children }: { children: ReactNode }) => <View className="cells">{children}</View>

/** A softer line of words: an explanation, a date, a source. */
export const Note = ({ children }: { children: ReactNode }) => <Text className="note">{children}</Text>
