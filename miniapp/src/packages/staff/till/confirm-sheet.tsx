import type { TillSession } from '@anjiao/shared/contract/counter'
import type { CommunityId } from '@anjiao/shared/ids'
import { useState } from 'react'
import { DecisionFailure } from '../../../features/staff-requests/decision-failure'
import { call } from '../../../platform/call'
import { useMutation } from '../../../platform/use-mutation'
import { Button } from '../../../ui/button'
import { Note } from '../../../ui/cell'
import { Field } from '../../../ui/field'
import { toast } from '../../../ui/notice'
import { Sheet } from '../../../ui/sheet'
import { CountFigures } from './count-figures'
import { texts } from './texts'

export interface ConfirmSheetProps {
  communityId: CommunityId
  session: TillSession
  onClose: () => void
  onDone: () => void
}

/** A second person confirms a count; what is missing or too much needs a reason. */
export function ConfirmSheet({ communityId, session, onClose, onDone }: ConfirmSheetProps) {
  const [reason, setReason] = useState('')
  const even = session.differenceFen === 0
  const confirming = useMutation((body: { reason: string }, intention) =>
    call(
      'POST /v1/staff/communities/:communityId/till-sessions/:sessionId/confirm',
      { params: { communityId, sessionId: session.id }, body },
      { intention },
    ),
  )
  const send = async () => {
    if (!(await confirming.run({ reason: reason.trim() }))) return
    toast(texts.confirmed)
    onDone()
  }
  return (
    <Sheet title={texts.confirmTitle} open busy={confirming.busy} onClose={onClose}>
      <CountFigures session={session} />
      <Note>{even ? texts.confirmEven : texts.confirmDifferent}</Note>
      {!even && (
        <Field label={texts.reason} lines="many" maxLength={200} value={reason} onChange={setReason} />
      )}
      <DecisionFailure failure={confirming.failure} onRefresh={onDone} />
      <Button busy={confirming.busy} disabled={!even && reason.trim() === ''} onPress={() => void send()}>
        {texts.confirmSend}
      </Button>
    </Sheet>
  )
}
