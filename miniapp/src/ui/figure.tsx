import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { role } from './aria'

export interface FigureProps {
  label: string
  /** A number, an amount, a few words. */
  value: ReactNode
  tone?: 'ink' | 'due' | 'good' | 'bad'
}

/** A number and what it is of. */
export const Figure = ({ label, value, tone = 'ink' }: FigureProps) => (
  <View className={`figure figure-${tone}`} {...role('listitem')}>
    <View className="figure-label">{label}</View>
    <View className="figure-value">{value}</View>
  </View>
)

/** Figures beside one another, as many as the width takes. */
export const Figures = ({ label, children }: { label: string; children: ReactNode }) => (
  <View className="figures" {...role('list')} aria-label={label}>
    {children}
  </View>
)
