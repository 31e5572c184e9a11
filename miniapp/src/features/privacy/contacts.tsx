import { Text } from '@tarojs/components'
import { call } from '../../platform/call'
import { ring } from '../../platform/navigate'
import { useQuery } from '../../platform/use-query'
import { Cell, Cells } from '../../ui/cell'
import { contactTexts } from './notice'

/** Whom to ring: the property companies' front desks, community by community. */
export function Contacts() {
  const communities = useQuery('communities', () => call('GET /v1/communities', {}))
  if (communities.failure) return <Text className="note">{contactTexts.unknown}</Text>
  return (
    <Cells>
      {communities.data?.map(({ id, name, hotline }) => (
        <Cell
          key={id}
          icon="phone"
          label={name}
          hint={`${contactTexts.phone} ${hotline}`}
          onPress={() => ring(hotline)}
        />
      ))}
    </Cells>
  )
}
