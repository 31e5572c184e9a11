import type { Dispute } from '@anjiao/shared/contract/disputes'
import { useState } from 'react'
import { ReasonSheet } from '../../../features/staff-reasons/reason-sheet'
import { call, type Request } from '../../../platform/call'
import { useMutation } from '../../../platform/use-mutation'
import type { AtCommunity } from '../../../routes/staff'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { toast } from '../../../ui/notice'
import { Stack } from '../../../ui/page'
import { CorrectSheet } from './correct-sheet'
import { commonExplanations, answerTexts as texts } from './texts'

export type Answer = Request<'POST /v1/staff/communities/:communityId/disputes/:disputeId/answer'>['body']

export interface AnswerCardProps {
  at: AtCommunity
  dispute: Dispute
  /** Only a manager takes a charge back. */
  mayCancel: boolean
  onChanged: () => void
}

/** Explains the charge, or agrees that it is wrong. */
export function AnswerCard({ at: { communityId }, dispute, mayCancel, onChanged }: AnswerCardProps) {
  const [asking, setAsking] = useState<Answer['outcome']>()
  const answering = useMutation((body: Answer, intention) =>
    call(
      'POST /v1/staff/communities/:communityId/disputes/:disputeId/answer',
      { params: { communityId, disputeId: dispute.id }, body },
      { intention },
    ),
  )
  const close = () => setAsking(undefined)
  const send = async (answer: Answer) => {
    if (!(await answering.run(answer))) return false
    close()
    toast(texts[answer.outcome])
    onChanged()
    return true
  }
  const sheet = {
    busy: answering.busy,
    failure: answering.failure,
    onClose: close,
    onRefresh: () => {
      close()
      onChanged()
    },
  }
  return (
    <Card title={texts.title} tone="brand">
      <Stack>
        <Note>{mayCancel ? texts.rule : `${texts.rule}${texts.managerCorrects}`}</Note>
        <Button onPress={() => setAsking('explained')}>{texts.explain}</Button>
        {mayCancel && (
          <Button look="quiet" onPress={() => setAsking('corrected')}>
            {texts.correct}
          </Button>
        )}
      </Stack>
      {asking === 'explained' && (
        <ReasonSheet
          {...sheet}
          keptAs={`dispute-${dispute.id}-explained`}
          title={texts.explainTitle}
          label={texts.label}
          reasons={commonExplanations[dispute.about]}
          hint={texts.explainHint}
          send={texts.send}
          maxLength={500}
          onSend={(answer) => send({ outcome: 'explained', answer })}
        />
      )}
      {asking === 'corrected' && (
        <CorrectSheet
          {...sheet}
          keptAs={`dispute-${dispute.id}-corrected`}
          charge={dispute.charge}
          onSend={send}
        />
      )}
    </Card>
  )
}
