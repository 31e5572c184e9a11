import { Text } from '@tarojs/components'
import { SignOut } from '../../features/binding/sign-out'
import { RemindersCard } from '../../features/notices/reminders-card'
import { go } from '../../platform/navigate'
import { toPrivacy } from '../../routes'
import { Card } from '../../ui/card'
import { Cell } from '../../ui/cell'
import { Choice } from '../../ui/choice'
import { Page } from '../../ui/page'
import { useTextSize } from '../../ui/text-size'
import { sizes, texts } from './texts'

export default function Settings() {
  const { size, choose } = useTextSize()
  return (
    <Page title={texts.title}>
      <Card title={texts.size}>
        <Choice label={texts.size} options={sizes} value={size} onChange={choose} />
      </Card>
      <Card title={texts.sampleTitle} tone="brand">
        <Text className="text">{texts.sample}</Text>
      </Card>
      <RemindersCard />
      <Card title={texts.about}>
        <Cell icon="shield" label={texts.privacy} hint={texts.privacyHint} onPress={() => go(toPrivacy())} />
      </Card>
      <SignOut />
    </Page>
  )
}
