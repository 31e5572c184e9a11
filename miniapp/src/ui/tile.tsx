import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'
import { Pressable } from './pressable'
import { Tag } from './tag'

export interface TileProps {
  icon: IconName
  text: string
  /** A few words that ask for a look: `3 条没看`. */
  badge?: string | undefined
  onPress: () => void
}

/** A way to somewhere, told by a picture and a word. */
export const Tile = ({ icon, text, badge, onPress }: TileProps) => (
  <Pressable className="tile" onPress={onPress}>
    <Icon name={icon} />
    <Text>{text}</Text>
    {badge && <Tag tone="due">{badge}</Tag>}
  </Pressable>
)

/** Tiles beside one another: three in a row, two at large text, one at the largest. */
export const Tiles = ({ children }: { children: ReactNode }) => <View className="tiles">{children}</View>
