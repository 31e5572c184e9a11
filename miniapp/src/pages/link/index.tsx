import { Text } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { linkTexts } from '../../features/people/texts'
import { useLinkForm } from '../../features/people/use-link-form'
import { goBack } from '../../platform/navigate'
import { homeIn, toHomes } from '../../routes'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Choice } from '../../ui/choice'
import { Field } from '../../ui/field'
import { toast } from '../../ui/notice'
import { Page, Stack } from '../../ui/page'
import { ErrorNote } from '../../ui/states'

const relations = [
  { value: 'family', label: linkTexts.family, hint: linkTexts.familyHint },
  { value: 'tenant', label: linkTexts.tenant, hint: linkTexts.tenantHint },
] as const

export default function LinkPage() {
  const home = homeIn(useRouter().params)
  const { draft, change, phoneError, save, busy, failure } = useLinkForm(home, () => {
    toast(linkTexts.saved)
    goBack(toHomes())
  })
  return (
    <Page title={linkTexts.title}>
      <Text className="text">{linkTexts.intro}</Text>
      <Card>
        <Stack>
          <Choice
            label={linkTexts.relation}
            options={relations}
            value={draft.relation}
            onChange={(relation) => change({ relation })}
          />
          <Field
            label={linkTexts.phone}
            keyboard="digits"
            error={phoneError}
            value={draft.phone}
            maxLength={11}
            onChange={(phone) => change({ phone })}
          />
          <Field
            label={linkTexts.label}
            hint={linkTexts.labelHint}
            value={draft.label}
            maxLength={20}
            onChange={(label) => change({ label })}
          />
          {failure && <ErrorNote sentence={failure.sentence} reference={failure.requestId} />}
          <Button busy={busy} onPress={save}>
            {linkTexts.save}
          </Button>
        </Stack>
      </Card>
    </Page>
  )
}
