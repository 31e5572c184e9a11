import { Field } from '../../../ui/field'
import type { ContractDraft } from './contract-draft'
import { enterTexts as texts } from './texts'

export interface LateFeeFieldsProps {
  draft: ContractDraft
  onChange: (part: Partial<ContractDraft>) => void
}

/** The clause by which a late fee may be charged at all, and its figures. */
export const LateFeeFields = ({ draft, onChange }: LateFeeFieldsProps) => (
  <>
    <Field
      label={texts.clause}
      hint={texts.clauseHint}
      lines="many"
      maxLength={200}
      value={draft.clause}
      onChange={(clause) => onChange({ clause })}
    />
    <Field
      label={texts.rate}
      hint={texts.rateHint}
      keyboard="amount"
      maxLength={6}
      value={draft.rate}
      onChange={(rate) => onChange({ rate })}
    />
    <Field
      label={texts.after}
      unit={texts.afterUnit}
      hint={texts.afterHint}
      keyboard="digits"
      maxLength={3}
      value={draft.afterDays}
      onChange={(afterDays) => onChange({ afterDays })}
    />
  </>
)
