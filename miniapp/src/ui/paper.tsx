import type { PaperPart, Paper as PaperText } from '@anjiao/shared/contract/paper'
import { Text, View } from '@tarojs/components'
import { role } from './aria'
import { classNames } from './class-names'
import { Icon } from './icon'
import './paper.scss'
import { wholeWords } from './whole-words'

/** A text that people sign or keep, shown whole: on a phone every row of a table is a line of its own. */
export const Paper = ({ paper }: { paper: PaperText }) => (
  <View className="paper">
    <View className="paper-title" {...role('heading')} aria-level={2}>
      {paper.title}
    </View>
    <View className="paper-under">{paper.under}</View>
    {paper.parts.map((part, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of a text have no name, no state, and never change places
      <Part key={at} part={part} />
    ))}
  </View>
)

function Part({ part }: { part: PaperPart }) {
  switch (part.kind) {
    case 'heading':
      return (
        <View className="paper-heading" {...role('heading')} aria-level={3}>
          {part.text}
        </View>
      )
    case 'paragraph':
      return <Text className="paper-paragraph">{part.text}</Text>
    case 'notice':
      return (
        <View className="paper-notice">
          <Icon name="info" />
          <Text className="paper-notice-words">{part.text}</Text>
        </View>
      )
    case 'facts':
      return (
        <View className="paper-facts">
          {part.rows.map(({ label, text }) => (
            <View key={label} className="paper-fact">
              <Text className="paper-name">{label}</Text>
              <Text className={classNames('paper-text', wholeWords(text))}>{text}</Text>
            </View>
          ))}
        </View>
      )
    case 'table':
      return <PaperTable {...part} />
  }
}

/** The first column names the row, the last ones stand at the right; what lies between is told under it, each with its column's name. */
function PaperTable({ columns, ends, rows }: Extract<PaperPart, { kind: 'table' }>) {
  const endsFrom = columns.length - ends
  return (
    <View className="paper-table" {...role('table')}>
      <View className="paper-row paper-row-head" {...role('row')}>
        {columns.map((column, at) =>
          at === 0 || at >= endsFrom ? (
            <View key={column} className={at === 0 ? 'paper-main' : 'paper-end'} {...role('columnheader')}>
              {column}
            </View>
          ) : null,
        )}
      </View>
      {rows.map((cells) => (
        <View key={cells.join('\t')} className="paper-row" {...role('row')}>
          {columns.map((column, at) =>
            cells[at] ? (
              <View key={column} className={cellClass(at, endsFrom)} {...role('cell')}>
                {at > 0 && at < endsFrom && <Text className="paper-name">{column}</Text>}
                <Text className="paper-told">{cells[at]}</Text>
              </View>
            ) : null,
          )}
        </View>
      ))}
    </View>
  )
}

function cellClass(at: number, endsFrom: number): string {
  if (at === 0) return 'paper-main'
  return at < endsFrom ? 'paper-between' : 'paper-end'
}
