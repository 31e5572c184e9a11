import { Choice } from '../../ui/choice'
import { Field } from '../../ui/field'

/** A reason as it is being given. */
export interface ReasonDraft {
  readonly chosen: string | undefined
  /** Also while another is chosen: who comes back to it finds it. */
  readonly written: string
}

export const noReason: ReasonDraft = { chosen: undefined, written: '' }

export interface ReasonFieldsProps {
  /** What is asked for. */
  label: string
  /** Those given most often. */
  reasons: readonly string[]
  /** The choice that lets one write something else. */
  other: string
  maxLength: number
  draft: ReasonDraft
  onChange: (part: Partial<ReasonDraft>) => void
}

/** A reason: one of the usual, or in one's own words. */
export const ReasonFields = ({ label, reasons, other, maxLength, draft, onChange }: ReasonFieldsProps) => (
  <>
    <Choice
      label={label}
      options={[...reasons, other].map((reason) => ({ value: reason, label: reason }))}
      value={draft.chosen}
      onChange={(chosen) => onChange({ chosen })}
    />
    {draft.chosen === other && (
      <Field
        label={other}
        value={draft.written}
        onChange={(written) => onChange({ written })}
        lines="many"
        maxLength={maxLength}
      />
    )}
  </>
)

/** The reason that was given, without spaces around it; empty while there is none. */
export const reasonIn = ({ chosen, written }: ReasonDraft, other: string): string =>
  (chosen === other ? written.trim() : chosen) ?? ''
