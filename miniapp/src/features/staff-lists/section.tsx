import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { role } from '../../ui/aria'
import { Stack } from '../../ui/page'

/** A part of a page under its own heading: for tables, which are cards themselves. */
export const Section = ({ title, children }: { title: string; children: ReactNode }) => (
  <Stack>
    <View className="card-title" {...role('heading')} aria-level={2}>
      {title}
    </View>
    {children}
  </Stack>
)
