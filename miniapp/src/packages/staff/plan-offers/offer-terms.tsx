import type { PlanPolicy } from '@anjiao/shared/contract/plan-policies'
import { RhythmFields } from '../../../features/staff-plans/rhythm-fields'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { Field } from '../../../ui/field'
import { Stack } from '../../../ui/page'
import { type OfferDraft, offeredInstalments } from './offer-draft'
import { texts } from './texts'

export interface OfferTermsProps {
  draft: OfferDraft
  policy: PlanPolicy
  onChange: (draft: OfferDraft) => void
}

/** How many instalments, how often and on which day, and a word to the owner. */
export const OfferTerms = ({ draft, policy, onChange }: OfferTermsProps) => (
  <Card title={texts.terms}>
    <Stack>
      <Note>{texts.termsHint}</Note>
      <RhythmFields
        rhythm={draft}
        everyMonths={policy.everyMonths}
        instalmentsAt={(everyMonths) => offeredInstalments(policy, everyMonths)}
        onChange={(rhythm) => onChange({ ...draft, ...rhythm })}
      />
      <Field
        label={texts.message}
        hint={texts.messageHint}
        lines="many"
        maxLength={200}
        value={draft.message}
        onChange={(message) => onChange({ ...draft, message })}
      />
    </Stack>
  </Card>
)
