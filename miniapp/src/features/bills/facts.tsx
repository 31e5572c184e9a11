import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Cell, Cells } from '../../ui/cell'

export interface Fact {
  readonly label: string
  readonly value: ReactNode
}

/** What is known of something, as on a receipt: what it is at the left, what it says at the right. */
export const Facts = ({ facts }: { facts: readonly Fact[] }) => (
  <View className="facts">
    <Cells>
      {facts.map(({ label, value }) => (
        <Cell key={label} label={label} value={value} />
      ))}
    </Cells>
  </View>
)
