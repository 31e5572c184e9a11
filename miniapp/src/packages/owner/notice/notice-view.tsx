import type { Notice } from '@anjiao/shared/contract/notices'
import { asksForMoney } from '@anjiao/shared/notice-life'
import { Text } from '@tarojs/components'
import { Facts } from '../../../features/bills/facts'
import { go } from '../../../platform/navigate'
import type { HomeAddress } from '../../../routes'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { instantText } from '../../../ui/instant'
import { Stack } from '../../../ui/page'
import { ComplaintCard } from './complaint-card'
import { goalOf } from './goal'
import { texts } from './texts'

interface NoticeViewProps {
  home: HomeAddress
  notice: Notice
  onSent: () => void
}

/** What the home was told, the way to what it is about, and, where it asks for money, the way to say that it should not have. */
export function NoticeView({ home, notice, onSent }: NoticeViewProps) {
  const { title, text, facts, goal } = notice.words
  const { label, address } = goalOf(home, notice.words)
  const sumsOfThen = goal === 'bills' || goal === 'plan'
  return (
    <>
      <Card title={title}>
        <Stack>
          <Text className="text">{text}</Text>
          <Facts facts={facts} />
          <Note>
            {texts.toldAt} {instantText(notice.toldAt)}
            {sumsOfThen && texts.sumsOfThen}
          </Note>
          <Button onPress={() => go(address)}>{label}</Button>
        </Stack>
      </Card>
      {asksForMoney(notice.kind) && <ComplaintCard home={home} notice={notice} onSent={onSent} />}
    </>
  )
}
