import type { ReliefBudget } from '@anjiao/shared/contract/relief-standards'
import { formatYuan, subtractFen } from '@anjiao/shared/money'
import { givesPrincipal, reliefMeasures } from '@anjiao/shared/vocabulary'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { CheckRow, Choice } from '../../../ui/choice'
import { Stack } from '../../../ui/page'
import { Select } from '../../../ui/select'
import { NumberFields } from './number-fields'
import { numbersOf } from './standard-draft'
import type { StandardFieldsProps } from './standard-fields'
import { formTexts as texts } from './texts'

const measures = (['percent', 'sum', 'late_fee', 'deferral', 'plan'] as const).map((value) => ({
  value,
  label: reliefMeasures[value],
  hint: texts.measures[value],
}))

/** What is given: of its fields only those that the measure has, and where the money comes from when principal is given up. */
export function MeasureFields({
  budgets,
  ...fields
}: StandardFieldsProps & { budgets: readonly ReliefBudget[] }) {
  const { draft, onChange } = fields
  const { measure } = draft
  return (
    <Card title={texts.howMuch}>
      <Stack>
        <Choice
          label={texts.howMuch}
          options={measures}
          value={measure}
          onChange={(chosen) => onChange({ ...draft, measure: chosen })}
        />
        <NumberFields {...fields} names={numbersOf[measure]} />
        {measure !== 'late_fee' && (
          <CheckRow
            label={texts.waivesLateFee}
            checked={draft.waivesLateFee}
            onChange={(waivesLateFee) => onChange({ ...draft, waivesLateFee })}
          />
        )}
        {givesPrincipal(measure) &&
          (budgets.length === 0 ? (
            <Note>{texts.noBudgets}</Note>
          ) : (
            <Select
              label={texts.budget}
              options={budgets.map(({ id, name, amountFen, usedFen }) => ({
                value: String(id),
                label: texts.budgetOf(name, formatYuan(subtractFen(amountFen, usedFen))),
              }))}
              value={draft.budgetId === null ? undefined : String(draft.budgetId)}
              onChange={(chosen) =>
                onChange({ ...draft, budgetId: budgets.find(({ id }) => String(id) === chosen)?.id ?? null })
              }
            />
          ))}
      </Stack>
    </Card>
  )
}
