import { View } from '@tarojs/components'
import type { ReactNode } from 'react'

/** Stays at the foot of the screen while one reads: the page's one action, and beside it what it will do. */
export const ActionBar = ({ children }: { children: ReactNode }) => (
  <View className="action-bar">{children}</View>
)
