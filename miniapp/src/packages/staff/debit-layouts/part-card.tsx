import type { DebitLayout, LayoutField } from '@anjiao/shared/contract/debit-layouts'
import type { LayoutPart } from '@anjiao/shared/debit-layout'
import { useState } from 'react'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Cell, Cells, Note } from '../../../ui/cell'
import { Stack } from '../../../ui/page'
import { FieldSheet } from './field-sheet'
import { contentWords, widthWords } from './field-words'
import { editTexts as texts } from './texts'

export interface PartCardProps {
  part: LayoutPart
  layout: DebitLayout
  onChange: (fields: LayoutField[]) => void
}

/** What the contract takes in one line. */
const fieldsMost = 40

const newField: LayoutField = { content: 'constant', text: '', width: 0, padSide: 'right', padWith: ' ' }

/** The fields of one kind of line, each opened by a press. */
export function PartCard({ part, layout, onChange }: PartCardProps) {
  const fields = layout[part]
  const [open, setOpen] = useState<number>()
  const edited = open === undefined ? undefined : fields[open]
  return (
    <Card title={texts.parts[part]}>
      <Stack>
        {fields.length === 0 && <Note>{texts.none}</Note>}
        <Cells>
          {fields.map((field, at) => (
            <Cell
              // biome-ignore lint/suspicious/noArrayIndexKey: a field is known by where it stands.
              key={at}
              label={`${at + 1}. ${contentWords(field)}`}
              hint={widthWords(field)}
              onPress={() => setOpen(at)}
            />
          ))}
        </Cells>
        {fields.length < fieldsMost && (
          <Button
            look="quiet"
            label={`${texts.add}：${texts.parts[part]}`}
            onPress={() => {
              onChange([...fields, newField])
              setOpen(fields.length)
            }}
          >
            {texts.add}
          </Button>
        )}
      </Stack>
      {open !== undefined && edited && (
        <FieldSheet
          part={part}
          purpose={layout.purpose}
          field={edited}
          onChange={(field) => onChange(fields.map((other, at) => (at === open ? field : other)))}
          onUp={
            open === 0
              ? undefined
              : () => {
                  onChange(swapped(fields, open - 1))
                  setOpen(open - 1)
                }
          }
          onDown={
            open === fields.length - 1
              ? undefined
              : () => {
                  onChange(swapped(fields, open))
                  setOpen(open + 1)
                }
          }
          onRemove={() => {
            onChange(fields.filter((_, at) => at !== open))
            setOpen(undefined)
          }}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Card>
  )
}

/** With the field here and the one after it in each other's place. */
const swapped = (fields: readonly LayoutField[], at: number): LayoutField[] =>
  fields.map((field, place) =>
    place === at ? (fields[at + 1] ?? field) : place === at + 1 ? (fields[at] ?? field) : field,
  )
