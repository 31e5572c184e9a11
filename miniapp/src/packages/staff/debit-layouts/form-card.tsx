import type { DebitLayout } from '@anjiao/shared/contract/debit-layouts'
import {
  amountForms,
  dateForms,
  layoutEncodings,
  layoutPurposes,
  layoutSeparators,
  lineEnds,
} from '@anjiao/shared/debit-layout'
import { useState } from 'react'
import { Card } from '../../../ui/card'
import { Field } from '../../../ui/field'
import { Stack } from '../../../ui/page'
import { Select } from '../../../ui/select'
import { editTexts as texts } from './texts'

export interface FormCardProps {
  layout: DebitLayout
  onChange: (part: Partial<DebitLayout>) => void
}

const purposes = (['out', 'result'] as const).map((value) => ({ value, label: layoutPurposes[value] }))
const encodings = (['gbk', 'utf8'] as const).map((value) => ({ value, label: layoutEncodings[value] }))
const ends = (['crlf', 'lf'] as const).map((value) => ({ value, label: lineEnds[value] }))
const amounts = (['yuan', 'fen'] as const).map((value) => ({ value, label: amountForms[value] }))
const dates = (['compact', 'dashed'] as const).map((value) => ({ value, label: dateForms[value] }))
const separators = [
  ...(['|', ',', '\t'] as const).map((value) => ({ value, label: layoutSeparators[value] })),
  { value: 'none' as const, label: texts.noSeparator },
]

/** What holds for the whole file. */
export function FormCard({ layout, onChange }: FormCardProps) {
  const [codes, setCodes] = useState(layout.okCodes.join(','))
  return (
    <Card title={texts.title}>
      <Stack>
        <Field
          label={texts.name}
          hint={texts.nameHint}
          maxLength={40}
          value={layout.name}
          onChange={(name) => onChange({ name })}
        />
        <Select
          label={texts.purpose}
          options={purposes}
          value={layout.purpose}
          onChange={(purpose) => onChange({ purpose })}
        />
        {layout.purpose === 'result' && (
          <Field
            label={texts.okCodes}
            hint={texts.okCodesHint}
            value={codes}
            onChange={(typed) => {
              setCodes(typed)
              onChange({ okCodes: codesIn(typed) })
            }}
          />
        )}
        <Select
          label={texts.separator}
          options={separators}
          value={layout.separator ?? 'none'}
          onChange={(chosen) => onChange({ separator: chosen === 'none' ? null : chosen })}
        />
        <Select
          label={texts.encoding}
          options={encodings}
          value={layout.encoding}
          onChange={(encoding) => onChange({ encoding })}
        />
        <Select
          label={texts.amountForm}
          options={amounts}
          value={layout.amountForm}
          onChange={(amountForm) => onChange({ amountForm })}
        />
        <Select
          label={texts.dateForm}
          options={dates}
          value={layout.dateForm}
          onChange={(dateForm) => onChange({ dateForm })}
        />
        <Select
          label={texts.lineEnd}
          options={ends}
          value={layout.lineEnd}
          onChange={(lineEnd) => onChange({ lineEnd })}
        />
      </Stack>
    </Card>
  )
}

/** Codes between commas of either kind, each once. */
const codesIn = (typed: string): string[] => [
  ...new Set(
    typed
      .split(/[,，、\s]+/)
      .map((code) => code.trim())
      .filter((code) => code !== ''),
  ),
]
