import { useState } from 'react'
import { DecisionFailure } from '../../../features/staff-requests/decision-failure'
import { call } from '../../../platform/call'
import { useMutation } from '../../../platform/use-mutation'
import { Button } from '../../../ui/button'
import { Field } from '../../../ui/field'
import { toast } from '../../../ui/notice'
import { Sheet } from '../../../ui/sheet'
import type { InvoiceSheetProps } from './decline-sheet'
import { texts } from './texts'

/** Asks for the number of the red invoice that takes the other back. */
export function RedSheet({ communityId, requestId, onClose, onDone }: InvoiceSheetProps) {
  const [number, setNumber] = useState('')
  const { run, busy, failure } = useMutation((typed: string, intention) =>
    call(
      'POST /v1/staff/communities/:communityId/invoice-requests/:requestId/red-letter',
      { params: { communityId, requestId }, body: { number: typed } },
      { intention },
    ),
  )
  const send = async () => {
    if (!(await run(number.trim()))) return
    toast(texts.redDone)
    onDone()
  }
  return (
    <Sheet title={texts.red} open busy={busy} onClose={onClose}>
      <Field label={texts.redNumber} keyboard="digits" value={number} maxLength={40} onChange={setNumber} />
      <DecisionFailure failure={failure} onRefresh={onDone} />
      <Button busy={busy} disabled={number.trim() === ''} onPress={() => void send()}>
        {texts.send}
      </Button>
    </Sheet>
  )
}
