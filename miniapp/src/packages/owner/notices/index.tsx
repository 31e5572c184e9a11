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
import { Card } from '../../../ui/card'
import { Cell, Cells } from '../../../ui/cell'
import { instantText } from '../../../ui/instant'
import { More } from '../../../ui/more'
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
      <More of={notices}>{noticesTexts.more}</More>
      <Card>
        <ReminderSettingsCell home={home} />
      </Card>
    </Page>
  )
}

const None = () => <Empty icon="message" title={noticesTexts.none} hint={noticesTexts.noneHint} />

interface ListProps {
  home: HomeAddress
  notices: readonly Notice[]
}

const List = ({ home, notices }: ListProps) => (
  <Cells>
    {notices.map((notice) => (
      <Cell
        key={notice.id}
        label={
          <View className="notice-title">
            <Text>{notice.words.title}</Text>
            {notice.openedAt === null && <Tag tone="due">{noticesTexts.unread}</Tag>}
            <AnswerTag complaint={notice.complaint} />
          </View>
        }
        hint={
          <>
            <View>{notice.words.text}</View>
            <Text>{instantText(notice.toldAt)}</Text>
          </>
        }
        onPress={() => go(toNotice(home, notice.id))}
      />
    ))}
  </Cells>
)
