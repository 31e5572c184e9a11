import { Text } from '@tarojs/components'
import type { ReactNode } from 'react'

export type Tone = 'calm' | 'due' | 'good' | 'bad'

/** A state in one or two words. The words carry it; the colour only helps. */
export const Tag = ({ tone = 'calm', children }: { tone?: Tone; children: ReactNode }) => (
  <Text className={`tag tag-${tone}`}>{children}</Text>
)
