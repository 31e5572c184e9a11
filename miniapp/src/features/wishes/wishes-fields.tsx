import type { ContactWishes } from '@anjiao/shared/contract/notices'
import { CheckRow } from '../../ui/choice'
import { Field } from '../../ui/field'
import { HoursFields } from './hours-fields'
import type { Words } from './texts'

interface WishesFieldsProps {
  words: Words
  wishes: ContactWishes
  onChange: (part: Partial<ContactWishes>) => void
}

/** How a home wishes to be reached: in writing only, when, and by what name. */
export const WishesFields = ({ words, wishes, onChange }: WishesFieldsProps) => (
  <>
    <CheckRow
      label={words.writtenOnly}
      hint={words.writtenOnlyHint}
      checked={wishes.writtenOnly}
      onChange={(writtenOnly) => onChange({ writtenOnly })}
    />
    <HoursFields label={words.hours} hours={wishes} onChange={onChange} />
    <Field
      label={words.address}
      hint={words.addressHint}
      maxLength={10}
      value={wishes.address}
      onChange={(address) => onChange({ address })}
    />
  </>
)
