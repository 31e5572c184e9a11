import { termsWords } from '@anjiao/shared/plan-words'
import { Text } from '@tarojs/components'
import { useState } from 'react'
import { DecisionFailure } from '../../../features/staff-requests/decision-failure'
import { decisionTexts } from '../../../features/staff-requests/texts'
import { Button } from '../../../ui/button'
import { Field } from '../../../ui/field'
import { Sheet } from '../../../ui/sheet'
import type { DecisionSheetProps } from './decide-card'
import { decideTexts as texts } from './texts'

/** Lets the owner sign what they asked for, with a word to them if one likes. */
export function ApproveSheet({ plan, busy, failure, onClose, onRefresh, onDecide }: DecisionSheetProps) {
  const [answer, setAnswer] = useState('')
  return (
    <Sheet title={texts.approveTitle} open onClose={onClose}>
      <Text className="text">{texts.approveAsk(termsWords(plan.terms))}</Text>
      <Field
        label={decisionTexts.message}
        hint={decisionTexts.messageHint}
        lines="many"
        maxLength={300}
        value={answer}
        onChange={setAnswer}
      />
      <DecisionFailure failure={failure} onRefresh={onRefresh} />
      <Button busy={busy} onPress={() => onDecide({ kind: 'approve', answer: answer.trim() })}>
        {decisionTexts.approve}
      </Button>
    </Sheet>
  )
}
