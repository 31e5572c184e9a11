import { Text, View } from '@tarojs/components'
import { classNames } from './class-names'

export interface DefinitionProps {
  title?: string
  lines: readonly { readonly label: string; readonly text: string }[]
  /** Labels of up to four characters, instead of up to three. */
  longLabels?: boolean
}

/** A text of up to this many characters breaks between its words; a longer one would stand ragged, and breaks anywhere. */
const short = 24

/** A thing and what is to be said of it, line by line. */
export const Definition = ({ title, lines, longLabels = false }: DefinitionProps) => (
  <View className={classNames('definition', longLabels && 'definition-long')}>
    {title && <View className="definition-title">{title}</View>}
    {lines.map(({ label, text }) => (
      <View key={label} className="definition-line">
        <Text className="definition-label">{label}</Text>
        <Text className={classNames('definition-text', text.length <= short && 'definition-short')}>
          {text}
        </Text>
      </View>
    ))}
  </View>
)
