import { smallestDownFen, type TermsPolicy } from '@anjiao/shared/instalments'
import { type Fen, formatYuan } from '@anjiao/shared/money'
import { everyMonthsWords } from '@anjiao/shared/plan-words'
import { View } from '@tarojs/components'
import { Field } from '../../ui/field'
import { NumberSelect } from './number-select'
import './staff-plans.scss'
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

/** One of each month: 1 to 28. */
const days = Array.from({ length: 28 }, (_, before) => before + 1)

/** Down payment, number, rhythm and day of instalments; only what the policy allows can be chosen. */
export function TermsFields({ debtFen, policy, draft, wrong, onChange }: TermsFieldsProps) {
  const smallest = smallestDownFen(debtFen, policy.downPercent)
  const change = (part: Partial<TermsDraft>) => onChange({ ...draft, ...part })
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
        onChange={(down) => change({ down })}
      />
      <View className="terms-fields">
        <NumberSelect
          label={texts.instalments}
          of={texts.instalmentsOf}
          choices={instalmentChoices(debtFen, draft.everyMonths, policy)}
          value={draft.instalments}
          onChange={(instalments) => change({ instalments })}
        />
        <NumberSelect
          label={texts.rhythm}
          of={everyMonthsWords}
          choices={policy.everyMonths}
          value={draft.everyMonths}
          onChange={(everyMonths) => change({ everyMonths })}
        />
        <NumberSelect
          label={texts.day}
          of={texts.dayOf}
          choices={days}
          value={draft.dayOfMonth}
          onChange={(dayOfMonth) => change({ dayOfMonth })}
        />
      </View>
    </>
  )
}
