import type { Complaint } from '@anjiao/shared/contract/notices'
import { useContact } from '../../../features/staff-messages/use-messages'
import { ReasonSheet } from '../../../features/staff-reasons/reason-sheet'
import { call } from '../../../platform/call'
import { useMutation } from '../../../platform/use-mutation'
import type { AtCommunity } from '../../../routes/staff'
import { toast } from '../../../ui/notice'
import { commonAnswers, texts, wishesEntered } from './texts'

export interface AnswerSheetProps {
  at: AtCommunity
  complaint: Complaint
  onClose: () => void
  onDone: () => void
}

/** Asks what to answer to a complaint. That wishes stand entered is offered as an answer only where they do. */
export function AnswerSheet({ at: { communityId }, complaint, onClose, onDone }: AnswerSheetProps) {
  const { householdId } = complaint.notice
  const contact = useContact({ communityId, householdId })
  const { run, busy, failure } = useMutation((words: string, intention) =>
    call(
      'POST /v1/staff/communities/:communityId/complaints/:complaintId/answer',
      { params: { communityId, complaintId: complaint.id }, body: { answer: words } },
      { intention },
    ),
  )
  const send = async (words: string) => {
    if (!(await run(words))) return false
    toast(texts.sent)
    onDone()
    return true
  }
  return (
    <ReasonSheet
      keptAs={`complaint-${complaint.id}`}
      title={texts.answerTo}
      label={texts.answerLabel}
      reasons={contact.data?.said ? [...commonAnswers, wishesEntered] : commonAnswers}
      hint={texts.answerHint}
      send={texts.send}
      maxLength={500}
      busy={busy}
      failure={failure}
      onRefresh={onDone}
      onClose={onClose}
      onSend={send}
    />
  )
}
