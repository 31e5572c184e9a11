import { type BusinessDate, businessDate, formatDate } from '@anjiao/shared/calendar'
import type { Deferral } from '@anjiao/shared/contract/deferrals'
import { useState } from 'react'
import { DecisionFailure, type DecisionFailureProps } from '../../../features/staff-requests/decision-failure'
import { decisionTexts } from '../../../features/staff-requests/texts'
import { today } from '../../../platform/today'
import { Button } from '../../../ui/button'
import { Note } from '../../../ui/cell'
import { Field } from '../../../ui/field'
import { DateField } from '../../../ui/select'
import { Sheet } from '../../../ui/sheet'
import { ErrorNote } from '../../../ui/states'
import { texts } from './texts'

export interface GrantSheetProps extends DecisionFailureProps {
  deferral: Deferral
  busy: boolean
  onClose: () => void
  onGrant: (until: BusinessDate, answer: string) => void
}

/** Until when: the day that was asked for, or another. How far at most, the server says by the policy. */
export function GrantSheet({ deferral, busy, onClose, onGrant, ...failing }: GrantSheetProps) {
  const [until, setUntil] = useState(deferral.until)
  const [answer, setAnswer] = useState('')
  const isAhead = until > today()
  return (
    <Sheet title={texts.grantTitle} open onClose={onClose}>
      <DateField
        label={texts.grantUntil}
        value={until}
        onChange={(day) => day !== '' && setUntil(businessDate(day))}
      />
      <Note>{texts.grantHint(formatDate(deferral.until))}</Note>
      {!isAhead && <ErrorNote sentence={texts.tooEarly} />}
      <Field
        label={decisionTexts.message}
        hint={decisionTexts.messageHint}
        lines="many"
        maxLength={300}
        value={answer}
        onChange={setAnswer}
      />
      <DecisionFailure {...failing} />
      <Button busy={busy} disabled={!isAhead} onPress={() => onGrant(until, answer.trim())}>
        {texts.grant}
      </Button>
    </Sheet>
  )
}
