import { useState } from 'react'
import { ReasonFields } from '../../../features/staff-reasons/reason-fields'
import { Button } from '../../../ui/button'
import { Note } from '../../../ui/cell'
import { Sheet } from '../../../ui/sheet'
import type { DecisionSheetProps } from './decide-card'
import { DecisionFailure } from './decision-failure'
import { commonRefusals, decideTexts as texts } from './texts'

/** Asks why not, in words that the owner will read. */
export function RefuseSheet({ busy, failure, onClose, onRefresh, onDecide }: DecisionSheetProps) {
  const [answer, setAnswer] = useState('')
  return (
    <Sheet title={texts.refuseTitle} open onClose={onClose}>
      <ReasonFields
        label={texts.refuseLabel}
        reasons={commonRefusals}
        other={texts.refuseOther}
        maxLength={300}
        onChange={setAnswer}
      />
      <Note>{texts.refuseHint}</Note>
      <DecisionFailure failure={failure} onRefresh={onRefresh} />
      <Button busy={busy} disabled={answer === ''} onPress={() => onDecide({ kind: 'refuse', answer })}>
        {texts.refuseSend}
      </Button>
    </Sheet>
  )
}
