import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Card } from '../../ui/card'
import { IconDisc } from '../../ui/icon'
import { Stack } from '../../ui/page'
import './plans.scss'

export interface WhoDecidesProps {
  /** Nobody has to agree. */
  atOnce: boolean
  words: string
  hint: string
  children?: ReactNode
}

/** Said before anything is sent: whether somebody has to agree, and by when they answer. */
export const WhoDecides = ({ atOnce, words, hint, children }: WhoDecidesProps) => (
  <Card tone={atOnce ? 'good' : 'brand'}>
    <Stack>
      <View className="who-decides">
        <IconDisc name={atOnce ? 'check' : 'clock'} tone={atOnce ? 'good' : 'brand'} />
        <View className="who-decides-words">
          <View className="cell-label">{words}</View>
          <View className="cell-hint">{hint}</View>
        </View>
      </View>
      {children}
    </Stack>
  </Card>
)
