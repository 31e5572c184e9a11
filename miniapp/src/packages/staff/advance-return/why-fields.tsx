import { causesOffered } from '@anjiao/shared/advance-return'
import { reasonMost } from '../../../features/staff-refunds/texts'
import { Choice } from '../../../ui/choice'
import { Field } from '../../../ui/field'
import { texts } from './texts'
import type { ReturnDraft } from './use-return-draft'

/** Why it goes back: one of the usual, or in words. */
export const WhyFields = ({ form }: { form: ReturnDraft }) => (
  <>
    <Choice
      label={texts.why}
      options={causesOffered.map((value) => ({ value, label: texts.reasons[value] }))}
      value={form.cause}
      onChange={form.chooseCause}
    />
    {form.cause === 'other' && (
      <Field
        label={texts.written}
        hint={texts.writtenHint}
        maxLength={reasonMost}
        value={form.written}
        onChange={form.write}
      />
    )}
  </>
)
