import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'
import { Pressable } from './pressable'

export interface TileProps {
  icon: IconName
  text: string
  onPress: () => void
}

/** A way to somewhere, told by a picture and a word. */
export const Tile = ({ icon, text, onPress }: TileProps) => (
  <Pressable className="tile" onPress={onPress}>
    <Icon name={icon} />
    <Text>{text}</Text>
  </Pressable>
)

/** Tiles beside one another: three in a row, two at large text, one at the largest. */
export const Tiles = ({ children }: { children: ReactNode }) => <View className="tiles">{children}</View>
