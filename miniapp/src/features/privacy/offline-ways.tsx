import { Text } from '@tarojs/components'
import { Card } from '../../ui/card'
import { Contacts } from './contacts'
import { offline } from './notice'

/** How to pay without telling this application anything: the counter, and whom to ring. */
export const OfflineWays = () => (
  <Card title={offline.title} tone="brand">
    <Text className="text">{offline.text}</Text>
    <Contacts />
  </Card>
)
