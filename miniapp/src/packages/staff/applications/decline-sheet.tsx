import { useState } from 'react'
import { ReasonFields } from '../../../features/staff-reasons/reason-fields'
import { Button } from '../../../ui/button'
import { Note } from '../../../ui/cell'
import { Sheet } from '../../../ui/sheet'
import { ErrorNote } from '../../../ui/states'
import { commonAnswers, texts } from './texts'

export interface DeclineSheetProps {
  open: boolean
  busy: boolean
  failure: string | undefined
  onClose: () => void
  onSend: (answer: string) => void
}

/** Asks for the answer that the applicant will read. */
export function DeclineSheet({ open, busy, failure, onClose, onSend }: DeclineSheetProps) {
  const [answer, setAnswer] = useState('')
  return (
    <Sheet title={texts.declineTitle} open={open} onClose={onClose}>
      <ReasonFields
        label={texts.answer}
        reasons={commonAnswers}
        other={texts.otherAnswer}
        maxLength={200}
        onChange={setAnswer}
      />
      <Note>{texts.answerHint}</Note>
      {failure && <ErrorNote sentence={failure} />}
      <Button busy={busy} disabled={answer === ''} onPress={() => onSend(answer)}>
        {texts.declineSend}
      </Button>
    </Sheet>
  )
}
