import type { ReliefBudget } from '@anjiao/shared/contract/relief-standards'
import { evidenceWays, reliefKinds } from '@anjiao/shared/vocabulary'
import { View } from '@tarojs/components'
import { Card } from '../../../ui/card'
import { CheckRow } from '../../../ui/choice'
import { Field } from '../../../ui/field'
import { Stack } from '../../../ui/page'
import { Select } from '../../../ui/select'
import { BasisFields } from './basis-fields'
import { MeasureFields } from './measure-fields'
import { NumberFields } from './number-fields'
import type { StandardDraft, StandardFaults } from './standard-draft'
import { formTexts as texts } from './texts'

export interface StandardFieldsProps {
  draft: StandardDraft
  faults: StandardFaults
  onChange: (draft: StandardDraft) => void
}

const kinds = (
  ['low_income', 'illness', 'disability', 'disaster', 'unemployment', 'vacancy', 'other'] as const
).map((value) => ({ value, label: reliefKinds[value] }))

const ways = ['desk', 'certificate', 'upload'] as const

/** Every rule of a standard, in the order in which owners will read them. */
export function StandardFields({
  budgets,
  feeItems,
  ...fields
}: StandardFieldsProps & { budgets: readonly ReliefBudget[]; feeItems: readonly string[] }) {
  const { draft, faults, onChange } = fields
  const change = (part: Partial<StandardDraft>) => onChange({ ...draft, ...part })
  return (
    <>
      <Card title={texts.who}>
        <Stack>
          <Select
            label={texts.kind}
            options={kinds}
            value={draft.kind}
            onChange={(kind) => change({ kind })}
          />
          <Field
            label={texts.name}
            hint={texts.nameHint}
            maxLength={60}
            value={draft.name}
            onChange={(name) => change({ name })}
          />
          {feeItems.length > 1 && (
            <Ticks
              label={texts.feeItems}
              hint={texts.feeItemsHint}
              all={feeItems.map((value) => ({ value, label: value }))}
              ticked={draft.feeItems}
              onChange={(ticked) => change({ feeItems: ticked })}
            />
          )}
        </Stack>
      </Card>
      <MeasureFields {...fields} budgets={budgets} />
      <Card title={texts.evidence}>
        <Stack>
          <Field
            label={texts.enough}
            hint={texts.enoughHint}
            lines="many"
            maxLength={300}
            value={draft.evidence}
            onChange={(evidence) => change({ evidence })}
          />
          <Ticks
            label={texts.ways}
            hint={texts.waysHint}
            error={faults.ways}
            all={ways.map((value) => ({ value, label: evidenceWays[value] }))}
            ticked={draft.ways}
            onChange={(ticked) => change({ ways: ticked })}
          />
          {draft.ways.includes('upload') && <NumberFields {...fields} names={['photoDays']} />}
        </Stack>
      </Card>
      <Card title={texts.deciding}>
        <NumberFields {...fields} names={['secondAboveFen', 'replyDays', 'appealDays']} />
      </Card>
      <BasisFields {...fields} />
    </>
  )
}

interface TicksProps<Value extends string> {
  label: string
  hint: string
  error?: string | undefined
  all: readonly { readonly value: Value; readonly label: string }[]
  ticked: readonly Value[]
  onChange: (ticked: readonly Value[]) => void
}

/** Some of a few, in the order in which they stand. */
const Ticks = <Value extends string>({ label, hint, error, all, ticked, onChange }: TicksProps<Value>) => (
  <View>
    <View className="field-label">{label}</View>
    <View className="field-hint">{hint}</View>
    {all.map((each) => (
      <CheckRow
        key={each.value}
        label={each.label}
        checked={ticked.includes(each.value)}
        onChange={(checked) =>
          onChange(
            all
              .map(({ value }) => value)
              .filter((value) => (value === each.value ? checked : ticked.includes(value))),
          )
        }
      />
    ))}
    {error && <View className="field-error">{error}</View>}
  </View>
)
