import type { Wording } from '@anjiao/shared/contract/wordings'
import { Text, View } from '@tarojs/components'
import { wordingLines } from '../../../features/staff-reminders/wording-lines'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Cell, Cells, Note } from '../../../ui/cell'
import { instantText } from '../../../ui/instant'
import { Stack } from '../../../ui/page'
import { texts } from './texts'

export interface NewerCardProps {
  /** What a colleague has put in force since the writing began. */
  wording: Wording
  onKeepMine: () => void
  onTakeTheirs: () => void
}

/** The newer text, to be read beside one's own before one goes on with either. */
export const NewerCard = ({ wording, onKeepMine, onTakeTheirs }: NewerCardProps) => (
  <Card title={texts.newer} tone="due">
    <Stack>
      <Note>{texts.newerHint(wording.publishedAs, instantText(wording.publishedAt))}</Note>
      <Cells>
        {wordingLines(wording).map((line) => (
          <Cell key={line} label={<Text className="text">{line}</Text>} />
        ))}
      </Cells>
      <View className="buttons">
        <Button look="quiet" onPress={onKeepMine}>
          {texts.keepMine}
        </Button>
        <Button look="quiet" onPress={onTakeTheirs}>
          {texts.takeTheirs}
        </Button>
      </View>
    </Stack>
  </Card>
)
