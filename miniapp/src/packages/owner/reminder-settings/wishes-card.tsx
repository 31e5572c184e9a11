import type { ContactWishes } from '@anjiao/shared/contract/notices'
import { Text, View } from '@tarojs/components'
import { ownWords } from '../../../features/wishes/texts'
import { WishesFields } from '../../../features/wishes/wishes-fields'
import type { HomeAddress } from '../../../routes'
import { role } from '../../../ui/aria'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Stack } from '../../../ui/page'
import { ErrorNote } from '../../../ui/states'
import { texts } from './texts'
import { useWishesForm } from './use-wishes'

/** How a home wishes to be reached, to be changed. */
export function WishesCard({ home, wishes }: { home: HomeAddress; wishes: ContactWishes }) {
  const { draft, change, save, saved, isUnsaved, busy, failure } = useWishesForm(home, wishes)
  return (
    <Card title={texts.wishes}>
      <Stack>
        <WishesFields words={ownWords} wishes={draft} onChange={change} />
        {failure && <ErrorNote sentence={failure.sentence} reference={failure.requestId} />}
        <Button busy={busy} onPress={save}>
          {texts.save}
        </Button>
        <View {...role('status')}>
          {saved && <Text className="text">{texts.saved}</Text>}
          {isUnsaved && <Text className="text">{texts.unsaved}</Text>}
        </View>
      </Stack>
    </Card>
  )
}
