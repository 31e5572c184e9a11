import { useRouter } from '@tarojs/taro'
import { SignedIn } from '../../../features/binding/signed-in'
import { ReminderSettingsCell } from '../../../features/notices/reminder-settings-cell'
import { noticesTexts } from '../../../features/notices/texts'
import { goBack } from '../../../platform/navigate'
import { homeIn, toNotices } from '../../../routes'
import { noticeIn } from '../../../routes/owner'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Page } from '../../../ui/page'
import { NoticeView } from './notice-view'
import { texts } from './texts'
import { useNotice } from './use-notice'

/** One 消息. What WeChat sends to a phone leads here. */
export default function NoticePage() {
  const { params } = useRouter()
  const home = homeIn(params)
  const notice = useNotice(home, noticeIn(params))
  return (
    <Page title={noticesTexts.title}>
      <SignedIn of={notice} lines={6}>
        {(told) => <NoticeView home={home} notice={told} onSent={notice.reload} />}
      </SignedIn>
      <Card>
        <ReminderSettingsCell home={home} />
      </Card>
      <Button look="plain" onPress={() => goBack(toNotices(home))}>
        {texts.all}
      </Button>
    </Page>
  )
}
