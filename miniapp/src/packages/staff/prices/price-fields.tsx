import {
  addMonths,
  type BusinessDate,
  firstOfMonth,
  formatPeriod,
  lastOfMonth,
} from '@anjiao/shared/calendar'
import { priceMethods } from '@anjiao/shared/vocabulary'
import { today } from '../../../platform/today'
import { Choice } from '../../../ui/choice'
import { Field } from '../../../ui/field'
import { Select } from '../../../ui/select'
import type { PriceDraft } from './price-draft'
import { formTexts as texts } from './texts'
import { TierFields } from './tier-fields'

export interface PriceFieldsProps {
  draft: PriceDraft
  /** What is wrong with the price typed so far. */
  wrong: string | undefined
  onChange: (draft: PriceDraft) => void
}

const methods = (['area', 'fixed', 'tier'] as const).map((value) => ({
  value,
  label: priceMethods[value],
  hint: texts.methods[value],
}))

/** How it is priced, how much, from when, and where that was published. */
export function PriceFields({ draft, wrong, onChange }: PriceFieldsProps) {
  return (
    <>
      <Choice
        label={texts.method}
        options={methods}
        value={draft.method}
        onChange={(method) => onChange({ ...draft, method })}
      />
      {draft.method === 'area' && (
        <Field
          label={texts.rate}
          unit={texts.rateUnit}
          hint={texts.rateHint}
          error={wrong}
          keyboard="amount"
          maxLength={12}
          value={draft.rate}
          onChange={(rate) => onChange({ ...draft, rate })}
        />
      )}
      {draft.method === 'fixed' && (
        <Field
          label={texts.fixed}
          unit={texts.fixedUnit}
          hint={texts.fixedHint}
          error={wrong}
          keyboard="amount"
          maxLength={12}
          value={draft.fixed}
          onChange={(fixed) => onChange({ ...draft, fixed })}
        />
      )}
      {draft.method === 'tier' && (
        <TierFields tiers={draft.tiers} wrong={wrong} onChange={(tiers) => onChange({ ...draft, tiers })} />
      )}
      <Select
        label={texts.from}
        options={monthsAhead()}
        value={draft.fromDate}
        onChange={(fromDate) => onChange({ ...draft, fromDate })}
      />
      <Field
        label={texts.published}
        hint={texts.publishedHint}
        maxLength={200}
        value={draft.publishedAs}
        onChange={(publishedAs) => onChange({ ...draft, publishedAs })}
      />
    </>
  )
}

/** A price begins with a month: this one or one of the next eighteen. */
const monthsOffered = 18

function monthsAhead(): { value: BusinessDate; label: string }[] {
  const first = firstOfMonth(today())
  return Array.from({ length: monthsOffered + 1 }, (_, ahead) => {
    const value = addMonths(first, ahead)
    return { value, label: formatPeriod({ from: value, to: lastOfMonth(value) }) }
  })
}
