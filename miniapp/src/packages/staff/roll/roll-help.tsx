import { Text } from '@tarojs/components'
import { Card } from '../../../ui/card'
import { Definition } from '../../../ui/definition'
import { help } from './texts'

/** Which columns the import understands. */
export const RollHelp = () => (
  <Card title={help.title}>
    <Text className="text">{help.intro}</Text>
    {help.sheets.map(({ title, lines }) => (
      <Definition key={title} title={title} lines={lines} />
    ))}
  </Card>
)
