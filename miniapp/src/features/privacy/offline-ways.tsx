import { Text } from '@tarojs/components'
import { call } from '../../platform/call'
import { ring } from '../../platform/navigate'
import { useQuery } from '../../platform/use-query'
import { Card } from '../../ui/card'
import { Cell, Cells } from '../../ui/cell'
import { offline } from './notice'

/** How to pay without telling this application anything: the counter, and whom to ring. */
export function OfflineWays() {
  const communities = useQuery('communities', () => call('GET /v1/communities', {}))
  return (
    <Card title={offline.title} tone="brand">
      <Text className="text">{offline.text}</Text>
      {communities.data && communities.data.length > 0 ? (
        <Cells>
          {communities.data.map(({ id, name, hotline }) => (
            <Cell
              key={id}
              icon="phone"
              label={name}
              hint={`${offline.phones} ${hotline}`}
              onPress={() => ring(hotline)}
            />
          ))}
        </Cells>
      ) : (
        communities.failure && <Text className="note">{offline.unknown}</Text>
      )}
    </Card>
  )
}
