import { Text, View } from '@tarojs/components'
import { classNames } from './class-names'
import { wholeWords } from './whole-words'

export interface DefinitionProps {
  title?: string
  lines: readonly {
    readonly label: string
    readonly text: string
    /** A number that is looked up elsewhere: held down or dragged over, it can be copied. */
    readonly copied?: boolean
  }[]
  /** Labels of up to four characters, instead of up to three. */
  longLabels?: boolean
}

/** A thing and what is to be said of it, line by line. */
export const Definition = ({ title, lines, longLabels = false }: DefinitionProps) => (
  <View className={classNames('definition', longLabels && 'definition-long')}>
    {title && <View className="definition-title">{title}</View>}
    {lines.map(({ label, text, copied = false }) => (
      <View key={label} className="definition-line">
        <Text className="definition-label">{label}</Text>
        <Text
          className={classNames('definition-text', wholeWords(text))}
          selectable={copied}
          userSelect={copied}
        >
          {text}
        </Text>
      </View>
    ))}
  </View>
)
