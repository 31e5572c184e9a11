import { call } from '../../../platform/call'
import { useMutation } from '../../../platform/use-mutation'
import { toast } from '../../../ui/notice'
import { TakeBack } from '../../../ui/take-back'
import type { LineCardProps } from './line-card'
import { reopenTexts as texts } from './texts'

/** What was said of a line was wrong: it is open again, and what was booked for it is reversed. */
export function ReopenLine({ post: { communityId }, line, onChanged }: LineCardProps) {
  const { run, busy, failure } = useMutation((_: 'reopen', intention) =>
    call(
      'POST /v1/staff/communities/:communityId/bank-lines/:lineId/reopen',
      { params: { communityId, lineId: line.id } },
      { intention },
    ),
  )
  const reopen = async () => {
    if (!(await run('reopen'))) return
    toast(texts.done)
    onChanged()
  }
  return (
    <TakeBack
      title={texts.title}
      question={texts.question}
      busy={busy}
      failure={failure}
      onTakeBack={() => void reopen()}
    />
  )
}
