import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { role } from './aria'

export interface Bar {
  /** Where two may bear the same label. */
  readonly id?: string
  readonly label: string
  /** Decides the length; compared with the largest of the bars. */
  readonly amount: number
  /** What is written beside the bar. */
  readonly text: ReactNode
  readonly tone?: 'brand' | 'due'
  /** What the amount is a part of: drawn as the outline that it fills. */
  readonly whole?: number
}

/** Amounts compared by length, each with its words, so that nothing is told by the picture alone. */
export function Bars({ label, bars }: { label: string; bars: readonly Bar[] }) {
  const largest = Math.max(1, ...bars.map(({ amount, whole = amount }) => whole))
  const widthOf = (amount: number) => ({ width: `${Math.round((amount * 100) / largest)}%` })
  return (
    <View className="bars" {...role('list')} aria-label={label}>
      {bars.map((bar) => (
        <View key={bar.id ?? bar.label} className="bar" {...role('listitem')}>
          <View className="bar-words">
            <View>{bar.label}</View>
            <View className="cell-value">{bar.text}</View>
          </View>
          <View className="bar-rail">
            {bar.whole !== undefined && bar.whole > 0 && (
              <View className="bar-fill bar-whole" style={widthOf(bar.whole)} />
            )}
            {bar.amount > 0 && (
              <View className={`bar-fill bar-${bar.tone ?? 'brand'}`} style={widthOf(bar.amount)} />
            )}
          </View>
        </View>
      ))}
    </View>
  )
}

export interface DayColumn {
  /** Of the day, unique. */
  readonly id: string
  readonly amount: number
  /** What a screen reader says of it. */
  readonly text: string
}

export interface DayColumnsProps {
  label: string
  columns: readonly DayColumn[]
  /** Under the first and under the last column. */
  first: string
  last: string
}

/** How amounts went from day to day; a day below nothing stands empty. The figures themselves stand in a table beside it. */
export function DayColumns({ label, columns, first, last }: DayColumnsProps) {
  const largest = Math.max(1, ...columns.map(({ amount }) => amount))
  const heightOf = (amount: number) => ({ height: `${Math.max(0, Math.round((amount * 100) / largest))}%` })
  return (
    <View>
      <View className="day-columns" {...role('list')} aria-label={label}>
        {columns.map(({ id, amount, text }) => (
          <View key={id} className="day-column" {...role('listitem')} aria-label={text}>
            {amount > 0 && <View className="day-column-fill" style={heightOf(amount)} />}
          </View>
        ))}
      </View>
      <View className="day-columns-ends" aria-hidden>
        <View>{first}</View>
        <View>{last}</View>
      </View>
    </View>
  )
}

export interface RingProps {
  /** What the share is of, for screen readers and under the figure. */
  label: string
  /** 0 to 100. */
  percent: number
}

/** One share of a whole. */
export function Ring({ label, percent }: RingProps) {
  const share = Math.min(100, Math.max(0, percent))
  const ground = `conic-gradient(var(--brand) ${share}%, var(--sunk) 0)`
  return (
    <View className="ring" style={{ background: ground }} {...role('img')} aria-label={`${label} ${share}%`}>
      <View className="ring-hole">
        <View className="ring-figure">{share}%</View>
        <View className="ring-label">{label}</View>
      </View>
    </View>
  )
}
