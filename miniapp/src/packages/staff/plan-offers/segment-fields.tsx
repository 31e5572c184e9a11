import { View } from '@tarojs/components'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { Field } from '../../../ui/field'
import { Stack } from '../../../ui/page'
import type { OfferDraft, OfferFaults } from './offer-draft'
import './plan-offers.scss'
import { texts } from './texts'

export interface SegmentFieldsProps {
  draft: OfferDraft
  isOneHome: boolean
  faults: OfferFaults
  onChange: (draft: OfferDraft) => void
}

/** Which homes: those in arrears, narrowed by building, by how long and by how much. */
export function SegmentFields({ draft, isOneHome, faults, onChange }: SegmentFieldsProps) {
  if (isOneHome) {
    return (
      <Card title={texts.oneHome}>
        <Note>{texts.oneHomeHint}</Note>
      </Card>
    )
  }
  return (
    <Card title={texts.who}>
      <Stack>
        <Field
          label={texts.buildings}
          hint={texts.buildingsHint}
          maxLength={400}
          value={draft.buildings}
          onChange={(buildings) => onChange({ ...draft, buildings })}
        />
        <Field
          label={texts.overdueMonths}
          hint={texts.overdueHint}
          unit={texts.months}
          error={faults.overdueMonths}
          keyboard="digits"
          maxLength={3}
          value={draft.overdueMonths}
          onChange={(overdueMonths) => onChange({ ...draft, overdueMonths })}
        />
        <View className="offer-fields">
          <Field
            label={texts.openMin}
            unit={texts.yuan}
            error={faults.openMin}
            keyboard="amount"
            maxLength={14}
            value={draft.openMin}
            onChange={(openMin) => onChange({ ...draft, openMin })}
          />
          <Field
            label={texts.openMax}
            unit={texts.yuan}
            error={faults.openMax}
            keyboard="amount"
            maxLength={14}
            value={draft.openMax}
            onChange={(openMax) => onChange({ ...draft, openMax })}
          />
        </View>
        <Note>{texts.openMaxHint}</Note>
      </Stack>
    </Card>
  )
}
