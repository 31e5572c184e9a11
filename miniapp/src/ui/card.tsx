import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { role } from './aria'
import { classNames } from './class-names'
import { Pressable } from './pressable'

export interface CardProps {
  children: ReactNode
  title?: string | undefined
  /** Beside the title: a tag, a short figure. */
  aside?: ReactNode
  tone?: 'plain' | 'due' | 'good' | 'bad' | 'brand'
  /** Makes the whole card one button. */
  onPress?: () => void
  label?: string
}

/** A sheet of paper with one matter on it. */
export function Card({ children, title, aside, tone = 'plain', onPress, label }: CardProps) {
  const body = (
    <>
      {(title || aside) && (
        <View className="card-head">
          {title && (
            <Text className="card-title" {...role('heading')} aria-level={2}>
              {title}
            </Text>
          )}
          {aside}
        </View>
      )}
      {children}
    </>
  )
  const className = classNames('card', `card-${tone}`)
  if (!onPress) return <View className={className}>{body}</View>
  return (
    <Pressable className={className} onPress={onPress} label={label}>
      {body}
    </Pressable>
  )
}
