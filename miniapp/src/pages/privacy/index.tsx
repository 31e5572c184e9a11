import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Contacts } from '../../features/privacy/contacts'
import { notice } from '../../features/privacy/notice'
import { OfflineWays } from '../../features/privacy/offline-ways'
import { useAgreement } from '../../features/privacy/use-agreement'
import { AgreeButton } from '../../platform/agree-button'
import { goBack } from '../../platform/navigate'
import { toHome } from '../../routes'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Note } from '../../ui/cell'
import { Definition } from '../../ui/definition'
import { confirm, toast } from '../../ui/notice'
import { Page } from '../../ui/page'
import { Tag } from '../../ui/tag'

const { labels } = notice.uses

export default function Privacy() {
  const asked = useRouter().params.ask !== undefined
  const { agreed, agree, withdraw } = useAgreement()
  const [refused, setRefused] = useState(false)

  const takeBack = async () => {
    const sure = await confirm({ title: notice.withdraw, text: notice.withdrawAsk, yes: notice.withdraw })
    if (!sure) return
    withdraw()
    toast(notice.withdrawn)
  }
  const agreeAndGo = () => {
    agree()
    if (asked) goBack(toHome())
  }

  return (
    <Page title={notice.title}>
      <Card tone="brand">
        <Text className="lead">{notice.short}</Text>
      </Card>
      <Card title={notice.who.title}>
        <Text className="text">{notice.who.text}</Text>
        <Contacts />
      </Card>
      <Card title={notice.uses.title}>
        {notice.uses.rows.map((use) => (
          <Definition
            key={use.what}
            title={use.what}
            lines={[
              { label: labels.why, text: use.why },
              { label: labels.keptFor, text: use.keptFor },
              { label: labels.without, text: use.without },
            ]}
          />
        ))}
      </Card>
      <Card title={notice.shared.title}>
        <Text className="text">{notice.shared.text}</Text>
      </Card>
      <Card title={notice.rights.title}>
        <Text className="text">{notice.rights.text}</Text>
      </Card>
      {agreed ? (
        <View className="buttons">
          <Tag tone="good">{notice.agreed}</Tag>
          <Button look="plain" onPress={() => void takeBack()}>
            {notice.withdraw}
          </Button>
        </View>
      ) : (
        <View className="buttons">
          <AgreeButton onAgree={agreeAndGo}>{notice.agree}</AgreeButton>
          <Button look="quiet" onPress={() => setRefused(true)}>
            {notice.refuse}
          </Button>
        </View>
      )}
      {refused && !agreed && <OfflineWays />}
      <Note>{notice.date}</Note>
    </Page>
  )
}
