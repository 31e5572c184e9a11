import { Text, View } from '@tarojs/components'

export interface DefinitionProps {
  title: string
  lines: readonly { readonly label: string; readonly text: string }[]
}

/** A thing and what is to be said of it, line by line. */
export const Definition = ({ title, lines }: DefinitionProps) => (
  <View className="definition">
    <View className="definition-title">{title}</View>
    {lines.map(({ label, text }) => (
      <View key={label} className="definition-line">
        <Text className="definition-label">{label}</Text>
        <Text className="definition-text">{text}</Text>
      </View>
    ))}
  </View>
)
