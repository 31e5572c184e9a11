import { Select } from '../../ui/select'

export interface NumberSelectProps {
  label: string
  of: (choice: number) => string
  choices: readonly number[]
  value: number
  onChange: (value: number) => void
}

/** One of a few numbers, each in words. A value that is not among them counts as none. */
export const NumberSelect = ({ label, of, choices, value, onChange }: NumberSelectProps) => (
  <Select
    label={label}
    options={choices.map((choice) => ({ value: String(choice), label: of(choice) }))}
    value={choices.includes(value) ? String(value) : undefined}
    onChange={(chosen) => onChange(Number(chosen))}
  />
)
