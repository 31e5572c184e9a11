import { useId } from 'react'
import { classNames } from './class-names'
import type { FieldProps } from './field'

const modes = { text: 'text', digits: 'numeric', amount: 'decimal' } as const

export function Field(props: FieldProps) {
  const { label, value, onChange, hint, error, keyboard = 'text', placeholder, unit } = props
  const { lines = 'one', maxLength = 100 } = props
  const id = useId()
  const told = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  const shared = {
    id,
    value,
    placeholder,
    maxLength,
    inputMode: modes[keyboard],
    'aria-invalid': error === undefined ? undefined : true,
    'aria-describedby': told || undefined,
  }
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <div className={classNames('field-box', error !== undefined && 'field-box-wrong')}>
        {lines === 'one' ? (
          <input className="field-input" onChange={(event) => onChange(event.target.value)} {...shared} />
        ) : (
          <textarea
            className="field-input field-many"
            rows={4}
            onChange={(event) => onChange(event.target.value)}
            {...shared}
          />
        )}
        {unit && <span className="field-unit">{unit}</span>}
      </div>
      {hint && (
        <div className="field-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {error && (
        <div className="field-error" id={`${id}-error`}>
          {error}
        </div>
      )}
    </div>
  )
}
