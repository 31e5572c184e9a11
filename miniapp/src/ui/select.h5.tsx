import { useId } from 'react'
import type { DateFieldProps, SelectProps } from './select'

export function Select<Value extends string>(props: SelectProps<Value>) {
  const { label, options, value, onChange, placeholder = '请选择' } = props
  const id = useId()
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className="select-box"
        value={value ?? ''}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value)
          if (chosen) onChange(chosen.value)
        }}
      >
        {value === undefined && <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}

export function DateField({ label, value, onChange, first, last }: DateFieldProps) {
  const id = useId()
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        type="date"
        className="select-box"
        value={value}
        min={first}
        max={last}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  )
}
