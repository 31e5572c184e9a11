import { formatDate } from '@anjiao/shared/calendar'
import type { Notice } from '@anjiao/shared/contract/notices'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { HotlineCell } from '../../../features/homes/hotline'
import { AnswerTag } from '../../../features/notices/answer-tag'
import type { HomeAddress } from '../../../routes'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { Field } from '../../../ui/field'
import { toast } from '../../../ui/notice'
import { Stack } from '../../../ui/page'
import { ErrorNote } from '../../../ui/states'
import { texts } from './texts'
import { useComplaint } from './use-complaint'

interface ComplaintCardProps {
  home: HomeAddress
  notice: Notice
  onSent: () => void
}

/** 对提醒的意见: the quiet way to say so, what was said, and the answer. */
export function ComplaintCard({ home, notice, onSent }: ComplaintCardProps) {
  const [writing, setWriting] = useState(false)
  if (notice.complaint) return <Said home={home} complaint={notice.complaint} />
  if (!writing) {
    return (
      <Button look="quiet" onPress={() => setWriting(true)}>
        {texts.complain}
      </Button>
    )
  }
  return <Write home={home} notice={notice} onSent={onSent} onLeave={() => setWriting(false)} />
}

function Write({ home, notice, onSent, onLeave }: ComplaintCardProps & { onLeave: () => void }) {
  const { text, write, isMissing, send, busy, failure } = useComplaint(home, notice.id, () => {
    toast(texts.sent)
    onSent()
  })
  return (
    <Card title={texts.complainTitle}>
      <Stack>
        <Text className="text">{texts.complainHint}</Text>
        <Field
          label={texts.complainLabel}
          hint={texts.complainExample}
          error={isMissing ? texts.complainMissing : undefined}
          lines="many"
          maxLength={500}
          value={text}
          onChange={write}
        />
        {failure && <ErrorNote sentence={failure.sentence} reference={failure.requestId} />}
        <View className="buttons">
          <Button look="quiet" busy={busy} onPress={send}>
            {texts.send}
          </Button>
          <Button look="plain" onPress={onLeave}>
            {texts.never}
          </Button>
        </View>
      </Stack>
    </Card>
  )
}

interface SaidProps {
  home: HomeAddress
  complaint: NonNullable<Notice['complaint']>
}

const Said = ({ home, complaint }: SaidProps) => {
  const { text, answer, replyBy } = complaint
  return (
    <>
      <Card title={texts.yours} aside={<AnswerTag complaint={complaint} />}>
        <Stack>
          <Text className="text">{text}</Text>
          {answer === '' && <Note>{texts.replyBy(formatDate(replyBy))}</Note>}
        </Stack>
      </Card>
      {answer !== '' && (
        <Card title={texts.answer} tone="good">
          <Stack>
            <Text className="text">{answer}</Text>
            <HotlineCell communityId={home.communityId} why={texts.notContent} />
          </Stack>
        </Card>
      )}
    </>
  )
}
