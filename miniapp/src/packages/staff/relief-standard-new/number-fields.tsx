import { View } from '@tarojs/components'
import { Field } from '../../../ui/field'
import './relief-standard-new.scss'
import type { StandardFieldsProps } from './standard-fields'
import { type StandardNumber, standardNumbers } from './standard-numbers'

/** Numbers of a standard beside one another, as many as the width takes. */
export const NumberFields = ({
  names,
  draft,
  faults,
  onChange,
}: StandardFieldsProps & { names: readonly StandardNumber[] }) => (
  <View className="standard-numbers">
    {names.map((name) => {
      const { label, hint, unit } = standardNumbers[name]
      return (
        <Field
          key={name}
          label={label}
          hint={hint}
          unit={unit}
          error={draft.numbers[name] === '' ? undefined : faults[name]}
          keyboard={unit === '元' ? 'amount' : 'digits'}
          maxLength={14}
          value={draft.numbers[name]}
          onChange={(typed) => onChange({ ...draft, numbers: { ...draft.numbers, [name]: typed } })}
        />
      )
    })}
  </View>
)
