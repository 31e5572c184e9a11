import type { BusinessDate } from '@anjiao/shared/calendar'
import { invoiceLimits } from '@anjiao/shared/invoice-life'
import { useState } from 'react'
import { DecisionFailure } from '../../../features/staff-requests/decision-failure'
import { call } from '../../../platform/call'
import { today } from '../../../platform/today'
import { type PickedFile, pickFile } from '../../../platform/upload'
import { useMutation } from '../../../platform/use-mutation'
import { Button } from '../../../ui/button'
import { Note } from '../../../ui/cell'
import { Field } from '../../../ui/field'
import { toast } from '../../../ui/notice'
import { DateField } from '../../../ui/select'
import { Sheet } from '../../../ui/sheet'
import { ErrorNote } from '../../../ui/states'
import type { InvoiceSheetProps } from './decline-sheet'
import { texts } from './texts'

interface Issued {
  readonly number: string
  readonly issuedOn: BusinessDate
  readonly file: PickedFile
}

/** Asks for number, day and file of the invoice that was issued in the tax office's own system. */
export function IssueSheet({ communityId, requestId, onClose, onDone }: InvoiceSheetProps) {
  const [number, setNumber] = useState('')
  const [issuedOn, setIssuedOn] = useState<string>(today())
  const [file, setFile] = useState<PickedFile>()
  const [isTooLarge, setTooLarge] = useState(false)
  const { run, busy, failure } = useMutation((issued: Issued, intention) =>
    call(
      'POST /v1/staff/communities/:communityId/invoice-requests/:requestId/issue',
      {
        params: { communityId, requestId },
        query: { number: issued.number, issuedOn: issued.issuedOn },
        body: issued.file.bytes,
      },
      { intention },
    ),
  )
  const pick = async () => {
    const picked = await pickFile({ extensions: ['pdf', 'ofd'], maxBytes: invoiceLimits.fileBytes })
    if (picked === 'cancelled') return
    setTooLarge(picked === 'too-large')
    if (picked !== 'too-large') setFile(picked)
  }
  const send = async (picked: PickedFile) => {
    if (!(await run({ number: number.trim(), issuedOn: issuedOn as BusinessDate, file: picked }))) return
    toast(texts.issued)
    onDone()
  }
  return (
    <Sheet title={texts.issue} open busy={busy} onClose={onClose}>
      <Note>{texts.issueHint}</Note>
      <Field label={texts.number} keyboard="digits" value={number} maxLength={40} onChange={setNumber} />
      <DateField label={texts.issuedOn} value={issuedOn} last={today()} onChange={setIssuedOn} />
      <Button look="quiet" icon="upload" onPress={() => void pick()}>
        {file ? texts.pickedFile(file.name) : texts.pick}
      </Button>
      <Note>{texts.pickHint}</Note>
      {isTooLarge && <ErrorNote sentence={texts.tooLarge} />}
      <DecisionFailure failure={failure} onRefresh={onDone} />
      <Button
        busy={busy}
        disabled={number.trim() === '' || !file}
        onPress={() => {
          if (file) void send(file)
        }}
      >
        {texts.send}
      </Button>
    </Sheet>
  )
}
