import { daysBetween } from '@anjiao/shared/calendar'
import type { Complaint } from '@anjiao/shared/contract/notices'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { NoticeLines } from '../../../features/staff-messages/notice-lines'
import { noticeTitle } from '../../../features/staff-messages/notice-title'
import { waits } from '../../../features/staff-messages/use-messages'
import { DeadlineTag } from '../../../features/staff-requests/deadline-tag'
import { go } from '../../../platform/navigate'
import { today } from '../../../platform/today'
import { type AtCommunity, toStaffHousehold } from '../../../routes/staff'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Definition } from '../../../ui/definition'
import { instantText } from '../../../ui/instant'
import { Stack } from '../../../ui/page'
import { Tag } from '../../../ui/tag'
import { AnswerSheet } from './answer-sheet'
import { texts } from './texts'

export interface ComplaintCardProps {
  at: AtCommunity
  complaint: Complaint
  onChanged: () => void
}

/** What somebody finds wrong with a reminder, beside the reminder itself, and the answer. */
export function ComplaintCard({ at, complaint, onChanged }: ComplaintCardProps) {
  const { notice, text, askedAt, replyBy, answer } = complaint
  const [answering, setAnswering] = useState(false)
  const close = () => setAnswering(false)
  return (
    <Card
      title={texts.room(notice.roomName, notice.ownerMasked)}
      aside={
        waits(complaint) && replyBy ? (
          <DeadlineTag daysLeft={daysBetween(today(), replyBy)} />
        ) : (
          <Tag tone="good">{texts.answered}</Tag>
        )
      }
    >
      <Stack>
        <View>
          <View className="field-label">{texts.says}</View>
          <Text className="text">{text}</Text>
          <View className="field-hint">{texts.askedAt(instantText(askedAt))}</View>
        </View>
        {!waits(complaint) && <Definition lines={[{ label: texts.answer, text: answer }]} />}
        <Card title={noticeTitle(notice)}>
          <NoticeLines notice={notice} />
        </Card>
        <View className="buttons">
          {waits(complaint) && <Button onPress={() => setAnswering(true)}>{texts.answerTo}</Button>}
          <Button look="plain" onPress={() => go(toStaffHousehold(at, notice.householdId))}>
            {texts.toHome}
          </Button>
        </View>
      </Stack>
      {answering && (
        <AnswerSheet
          at={at}
          complaint={complaint}
          onClose={close}
          onDone={() => {
            close()
            onChanged()
          }}
        />
      )}
    </Card>
  )
}
