import { daysBetween } from '@anjiao/shared/calendar'
import type { Complaint } from '@anjiao/shared/contract/notices'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { NoticeLines } from '../../../features/staff-messages/notice-lines'
import { noticeTitle } from '../../../features/staff-messages/notice-title'
import { waits } from '../../../features/staff-messages/use-messages'
import { ReasonSheet } from '../../../features/staff-reasons/reason-sheet'
import { DeadlineTag } from '../../../features/staff-requests/deadline-tag'
import { call } from '../../../platform/call'
import { go } from '../../../platform/navigate'
import { today } from '../../../platform/today'
import { useMutation } from '../../../platform/use-mutation'
import { type AtCommunity, toStaffHousehold } from '../../../routes/staff'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Definition } from '../../../ui/definition'
import { instantText } from '../../../ui/instant'
import { toast } from '../../../ui/notice'
import { Stack } from '../../../ui/page'
import { Tag } from '../../../ui/tag'
import { commonAnswers, texts } from './texts'

export interface ComplaintCardProps {
  at: AtCommunity
  complaint: Complaint
  onChanged: () => void
}

/** What somebody finds wrong with a reminder, beside the reminder itself, and the answer. */
export function ComplaintCard({ at, complaint, onChanged }: ComplaintCardProps) {
  const { notice, text, askedAt, replyBy, answer } = complaint
  const [answering, setAnswering] = useState(false)
  const sending = useMutation((words: string, intention) =>
    call(
      'POST /v1/staff/communities/:communityId/complaints/:complaintId/answer',
      { params: { communityId: at.communityId, complaintId: complaint.id }, body: { answer: words } },
      { intention },
    ),
  )
  const close = () => setAnswering(false)
  const refresh = () => {
    close()
    onChanged()
  }
  const send = async (words: string) => {
    if (!(await sending.run(words))) return false
    toast(texts.sent)
    refresh()
    return true
  }
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
        <ReasonSheet
          keptAs={`complaint-${complaint.id}`}
          title={texts.answerTo}
          label={texts.answerLabel}
          reasons={commonAnswers}
          hint={texts.answerHint}
          send={texts.send}
          maxLength={500}
          busy={sending.busy}
          failure={sending.failure}
          onRefresh={refresh}
          onClose={close}
          onSend={send}
        />
      )}
    </Card>
  )
}
