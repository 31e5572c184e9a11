import type { Notice } from '@anjiao/shared/contract/notices'
import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { SignedIn } from '../../../features/binding/signed-in'
import { AnswerTag } from '../../../features/notices/answer-tag'
import { ReminderSettingsCell } from '../../../features/notices/reminder-settings-cell'
import { noticesTexts } from '../../../features/notices/texts'
import { useNotices } from '../../../features/notices/use-notices'
import { go } from '../../../platform/navigate'
import { type HomeAddress, homeIn } from '../../../routes'
import { toNotice } from '../../../routes/owner'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Cell, Cells } from '../../../ui/cell'
import { instantText } from '../../../ui/instant'
import { Page } from '../../../ui/page'
import { Empty } from '../../../ui/states'
import { Tag } from '../../../ui/tag'
import './notices.scss'

export default function NoticesPage() {
  const home = homeIn(useRouter().params)
  const notices = useNotices(home)
  return (
    <Page title={noticesTexts.title}>
      <SignedIn of={notices} lines={6}>
        {(rows) => <Card>{rows.length === 0 ? <None /> : <List home={home} notices={rows} />}</Card>}
      </SignedIn>
      {notices.hasMore && (
        <Button look="quiet" busy={notices.loading} onPress={notices.loadMore}>
          {noticesTexts.more}
        </Button>
      )}
      <Card>
        <ReminderSettingsCell home={home} />
      </Card>
    </Page>
  )
}

const None = () => <Empty icon="message" title={noticesTexts.none} hint={noticesTexts.noneHint} />

const List = ({ home, notices }: { home: HomeAddress; notices: readonly Notice[] }) => (
  <Cells>
    {notices.map(({ id, words, toldAt, openedAt, complaint }) => (
      <Cell
        key={id}
        label={
          <View className="notice-title">
            <Text>{words.title}</Text>
            {openedAt === null && <Tag tone="due">{noticesTexts.unread}</Tag>}
            <AnswerTag complaint={complaint} />
          </View>
        }
        hint={
          <>
            <View>{words.text}</View>
            <Text>{instantText(toldAt)}</Text>
          </>
        }
        onPress={() => go(toNotice(home, id))}
      />
    ))}
  </Cells>
)
