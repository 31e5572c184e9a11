import type { Charge } from '@anjiao/shared/contract/billing'
import { formatYuan } from '@anjiao/shared/money'
import { useState } from 'react'
import { periodOf } from '../../../features/bills/charge-cell'
import { ReasonSheet, type ReasonSheetProps } from '../../../features/staff-reasons/reason-sheet'
import { CheckRow } from '../../../ui/choice'
import { confirm } from '../../../ui/notice'
import type { Answer } from './answer-card'
import { commonCorrections, answerTexts as texts } from './texts'

export interface CorrectSheetProps
  extends Pick<ReasonSheetProps, 'keptAs' | 'busy' | 'failure' | 'onRefresh' | 'onClose'> {
  charge: Charge
  onSend: (answer: Answer) => Promise<boolean>
}

/** The owner is right: the charge is taken back with the answer, after a question that says what becomes of the money. */
export function CorrectSheet({ charge, onSend, ...sheet }: CorrectSheetProps) {
  const [cancelCharge, setCancelCharge] = useState(true)
  const send = async (answer: string) => {
    if (cancelCharge && !(await confirm(cancelQuestion(charge)))) return false
    return onSend({ outcome: 'corrected', answer, cancelCharge })
  }
  return (
    <ReasonSheet
      {...sheet}
      title={texts.correctTitle}
      label={texts.label}
      reasons={commonCorrections}
      hint={texts.correctHint}
      send={cancelCharge ? texts.cancelYes : texts.send}
      look={cancelCharge ? 'danger' : 'primary'}
      maxLength={500}
      onSend={send}
    >
      <CheckRow
        label={texts.cancel}
        hint={cancelCharge ? texts.cancelHint : texts.keepHint}
        checked={cancelCharge}
        onChange={setCancelCharge}
      />
    </ReasonSheet>
  )
}

function cancelQuestion(charge: Charge) {
  const { feeItem, amountFen, openFen } = charge
  const what = texts.cancelAsk(`${feeItem} ${periodOf(charge)}`, formatYuan(amountFen))
  return {
    title: texts.cancelAskTitle,
    text: openFen < amountFen ? `${what}${texts.paidAsk}` : what,
    yes: texts.cancelYes,
  }
}
