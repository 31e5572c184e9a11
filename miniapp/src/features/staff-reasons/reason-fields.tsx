import { useState } from 'react'
import { Choice } from '../../ui/choice'
import { Field } from '../../ui/field'

export interface ReasonFieldsProps {
  /** What is asked for. */
  label: string
  /** Those given most often. */
  reasons: readonly string[]
  /** The choice that lets one write something else. */
  other: string
  maxLength: number
  /** Told the reason, without spaces around it; empty while there is none. */
  onChange: (reason: string) => void
}

/** A reason: one of the usual, or in one's own words. */
export function ReasonFields({ label, reasons, other, maxLength, onChange }: ReasonFieldsProps) {
  const [chosen, setChosen] = useState<string>()
  const [written, setWritten] = useState('')
  const choose = (next: string) => {
    setChosen(next)
    onChange(next === other ? written.trim() : next)
  }
  const write = (text: string) => {
    setWritten(text)
    onChange(text.trim())
  }
  return (
    <>
      <Choice
        label={label}
        options={[...reasons, other].map((reason) => ({ value: reason, label: reason }))}
        value={chosen}
        onChange={choose}
      />
      {chosen === other && (
        <Field label={other} value={written} onChange={write} lines="many" maxLength={maxLength} />
      )}
    </>
  )
}
