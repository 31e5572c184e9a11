import { type Fen, formatYuan, negateFen } from '@anjiao/shared/money'
import { Text, View } from '@tarojs/components'

export interface MoneyProps {
  fen: Fen
  size?: 'text' | 'middle' | 'large'
  tone?: 'ink' | 'due' | 'good'
}

/** An amount in yuan, its yuan larger than its fen, read as one by a screen reader. */
export function Money({ fen, size = 'text', tone = 'ink' }: MoneyProps) {
  const [yuan = '', cents = ''] = formatYuan(fen < 0 ? negateFen(fen) : fen).split('.')
  return (
    <View className={`money money-${size} money-${tone}`}>
      <Text className="money-sign">{fen < 0 ? '−¥' : '¥'}</Text>
      <Text className="money-yuan">{yuan}</Text>
      <Text className="money-cents">.{cents}</Text>
    </View>
  )
}
