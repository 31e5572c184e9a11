import { Text } from '@tarojs/components'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Cell, Cells, Note } from '../../../ui/cell'
import { Stack } from '../../../ui/page'
import { texts } from './texts'

/** What it would mean, before anybody types anything; and that nobody needs it. */
export const MeaningCard = ({ onBegin }: { onBegin: () => void }) => (
  <Card>
    <Stack>
      <Text className="lead">{texts.what}</Text>
      <Cells>
        {texts.rules.map((rule) => (
          <Cell key={rule} icon="check" label={rule} />
        ))}
      </Cells>
      <Note>{texts.free}</Note>
      <Button onPress={onBegin}>{texts.begin}</Button>
    </Stack>
  </Card>
)
