import { businessDate } from '@anjiao/shared/calendar'
import { feeModels } from '@anjiao/shared/vocabulary'
import { CheckRow, Choice } from '../../../ui/choice'
import { Field } from '../../../ui/field'
import { DateField } from '../../../ui/select'
import type { ContractDraft } from './contract-draft'
import { LateFeeFields } from './late-fee-fields'
import { enterTexts as texts } from './texts'

export interface ContractFieldsProps {
  draft: ContractDraft
  onChange: (draft: ContractDraft) => void
}

const models = (['lump_sum', 'commission'] as const).map((value) => ({
  value,
  label: feeModels[value],
  hint: texts.models[value],
}))

/** What a contract is called, which days it covers, how the fee is meant, and whether it agrees a late fee. */
export function ContractFields({ draft, onChange }: ContractFieldsProps) {
  const change = (part: Partial<ContractDraft>) => onChange({ ...draft, ...part })
  return (
    <>
      <Field
        label={texts.name}
        hint={texts.nameHint}
        maxLength={100}
        value={draft.name}
        onChange={(name) => change({ name })}
      />
      <DateField
        label={texts.from}
        value={draft.fromDate}
        onChange={(day) => day !== '' && change({ fromDate: businessDate(day) })}
      />
      <CheckRow label={texts.hasEnd} checked={draft.hasEnd} onChange={(hasEnd) => change({ hasEnd })} />
      {draft.hasEnd && (
        <DateField
          label={texts.to}
          value={draft.toDate}
          onChange={(day) => day !== '' && change({ toDate: businessDate(day) })}
        />
      )}
      <Choice
        label={texts.model}
        options={models}
        value={draft.feeModel}
        onChange={(feeModel) => change({ feeModel })}
      />
      <CheckRow
        label={texts.hasLateFee}
        hint={texts.lateFeeRule}
        checked={draft.hasLateFee}
        onChange={(hasLateFee) => change({ hasLateFee })}
      />
      {draft.hasLateFee && <LateFeeFields draft={draft} onChange={change} />}
    </>
  )
}
