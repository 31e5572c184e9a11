import type { ContactWishes } from '@anjiao/shared/contract/notices'
import { Text, View } from '@tarojs/components'
import type { HomeAddress } from '../../../routes'
import { role } from '../../../ui/aria'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { CheckRow } from '../../../ui/choice'
import { Field } from '../../../ui/field'
import { Stack } from '../../../ui/page'
import { ErrorNote } from '../../../ui/states'
import { HoursFields } from './hours-fields'
import { texts } from './texts'
import { useWishesForm } from './use-wishes'

/** How a home wishes to be reached, to be changed. */
export function WishesCard({ home, wishes }: { home: HomeAddress; wishes: ContactWishes }) {
  const { draft, change, save, saved, busy, failure } = useWishesForm(home, wishes)
  return (
    <Card title={texts.wishes}>
      <Stack>
        <CheckRow
          label={texts.writtenOnly}
          hint={texts.writtenOnlyHint}
          checked={draft.writtenOnly}
          onChange={(writtenOnly) => change({ writtenOnly })}
        />
        <HoursFields hours={draft} onChange={change} />
        <Field
          label={texts.address}
          hint={texts.addressHint}
          maxLength={10}
          value={draft.address}
          onChange={(address) => change({ address })}
        />
        {failure && <ErrorNote sentence={failure.sentence} reference={failure.requestId} />}
        <Button busy={busy} onPress={save}>
          {texts.save}
        </Button>
        <View {...role('status')}>{saved && <Text className="text">{texts.saved}</Text>}</View>
      </Stack>
    </Card>
  )
}
