import type { LayoutField } from '@anjiao/shared/contract/debit-layouts'
import { fieldContents, type LayoutPart, type LayoutPurpose } from '@anjiao/shared/debit-layout'
import { View } from '@tarojs/components'
import { Button } from '../../../ui/button'
import { Field } from '../../../ui/field'
import { Select } from '../../../ui/select'
import { Sheet } from '../../../ui/sheet'
import { padded, paddingOf } from './field-words'
import { fieldTexts as texts } from './texts'

export interface FieldSheetProps {
  part: LayoutPart
  purpose: LayoutPurpose
  field: LayoutField
  onChange: (field: LayoutField) => void
  /** Undefined where it stands first, or last. */
  onUp: (() => void) | undefined
  onDown: (() => void) | undefined
  onRemove: () => void
  onClose: () => void
}

/** In the order in which most files have them. */
const contents = [
  'constant',
  'batch',
  'date',
  'count',
  'sum',
  'ok_count',
  'ok_sum',
  'line',
  'account',
  'holder',
  'bank',
  'room',
  'amount',
  'code',
  'reason',
  'ignored',
] as const

const paddings = (['right', 'left', 'zeros'] as const).map((value) => ({ value, label: texts.pads[value] }))

/** The widest that the contract takes. */
const widthMost = 200

/** One field of a line: what it holds, how long it is, and where it stands. */
export function FieldSheet(props: FieldSheetProps) {
  const { part, purpose, field, onChange, onUp, onDown, onRemove, onClose } = props
  const offered = contents.filter((content) => {
    const { whole, detail, in: purposes } = fieldContents[content]
    return (part === 'detail' ? detail : whole) && purposes.some((each) => each === purpose)
  })
  return (
    <Sheet title={texts.edit} open onClose={onClose}>
      <Select
        label={texts.content}
        options={offered.map((value) => ({ value, label: fieldContents[value].label }))}
        value={field.content}
        onChange={(content) =>
          onChange({ ...field, content, text: content === 'constant' ? field.text : '' })
        }
      />
      {field.content === 'constant' && (
        <Field
          label={texts.text}
          maxLength={40}
          value={field.text}
          onChange={(text) => onChange({ ...field, text })}
        />
      )}
      <Field
        label={texts.width}
        hint={texts.widthHint}
        keyboard="digits"
        maxLength={3}
        value={String(field.width)}
        onChange={(typed) =>
          onChange({ ...field, width: Math.min(Number(typed.replace(/\D/g, '')), widthMost) })
        }
      />
      {field.width > 0 && (
        <Select
          label={texts.pad}
          options={paddings}
          value={paddingOf(field)}
          onChange={(padding) => onChange({ ...field, ...padded(padding) })}
        />
      )}
      <View className="buttons">
        <Button look="quiet" disabled={!onUp} onPress={() => onUp?.()}>
          {texts.up}
        </Button>
        <Button look="quiet" disabled={!onDown} onPress={() => onDown?.()}>
          {texts.down}
        </Button>
        <Button look="plain" onPress={onRemove}>
          {texts.remove}
        </Button>
      </View>
      <Button onPress={onClose}>{texts.done}</Button>
    </Sheet>
  )
}
