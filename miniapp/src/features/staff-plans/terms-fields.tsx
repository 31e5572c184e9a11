import { smallestDownFen, type TermsPolicy } from '@anjiao/shared/instalments'
import { type Fen, formatYuan } from '@anjiao/shared/money'
import { Field } from '../../ui/field'
import { RhythmFields } from './rhythm-fields'
import { instalmentChoices, type TermsDraft } from './terms-draft'
import { termsTexts as texts } from './texts'

export interface TermsFieldsProps {
  debtFen: Fen
  policy: TermsPolicy
  draft: TermsDraft
  /** What is wrong with the down payment or the terms together. */
  wrong: string | undefined
  onChange: (draft: TermsDraft) => void
}

/** Down payment, number, rhythm and day of instalments; only what the policy allows can be chosen. */
export function TermsFields({ debtFen, policy, draft, wrong, onChange }: TermsFieldsProps) {
  const smallest = smallestDownFen(debtFen, policy.downPercent)
  return (
    <>
      <Field
        label={texts.down}
        unit={texts.downUnit}
        hint={smallest > 0 ? texts.downHint(formatYuan(smallest)) : texts.noDown}
        error={wrong}
        keyboard="amount"
        maxLength={14}
        value={draft.down}
        onChange={(down) => onChange({ ...draft, down })}
      />
      <RhythmFields
        rhythm={draft}
        everyMonths={policy.everyMonths}
        instalmentsAt={(everyMonths) => instalmentChoices(debtFen, everyMonths, policy)}
        onChange={(rhythm) => onChange({ ...draft, ...rhythm })}
      />
    </>
  )
}
