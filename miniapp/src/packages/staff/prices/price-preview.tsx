import { Text } from '@tarojs/components'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import type { NewPrice } from './price-draft'
import { samplePricing } from './price-words'
import { formTexts as texts } from './texts'

/** The formula as those who pay will read it. */
export function PricePreview({ price }: { price: NewPrice['price'] }) {
  const { lead, formula } = samplePricing(price)
  return (
    <Card title={texts.preview} tone="brand">
      <Note>{lead}</Note>
      <Text className="text">{formula}</Text>
    </Card>
  )
}
