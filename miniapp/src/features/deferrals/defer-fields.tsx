import { formatDate, formatMonthDay } from '@anjiao/shared/calendar'
import type { PlanPolicy } from '@anjiao/shared/contract/plan-policies'
import type { PlanOptions } from '@anjiao/shared/contract/plans'
import { Card } from '../../ui/card'
import { Note } from '../../ui/cell'
import { CheckRow } from '../../ui/choice'
import { DayChoice } from '../../ui/day-choice'
import { Field } from '../../ui/field'
import { Stack } from '../../ui/page'
import { PlanCharges } from '../plans/plan-charges'
import { WhoDecides } from '../plans/who-decides'
import { deferTexts } from './texts'
import { type DeferForm, deferralDays } from './use-defer-form'

/** Until pay day, a month, two, three. */
const laterDays = [15, 30, 60, 90]

export interface DeferFieldsProps {
  options: PlanOptions
  policy: PlanPolicy
  form: DeferForm
}

/** Which charges, until when, why; and whether anybody has to agree to it. */
export function DeferFields({ options, policy, form }: DeferFieldsProps) {
  const { first, last } = deferralDays(options.today, policy)
  return (
    <>
      <PlanCharges title={deferTexts.charges} charges={form.charges} />
      <Card>
        <Stack>
          <DayChoice
            label={deferTexts.until}
            first={first}
            last={last}
            from={options.today}
            laterDays={laterDays}
            later={deferTexts.later}
            otherLabel={deferTexts.otherDay}
            error={
              form.dayIsWrong ? deferTexts.dayWrong(formatMonthDay(first), formatMonthDay(last)) : undefined
            }
            value={form.until}
            onChange={form.setUntil}
          />
          <Note>
            {deferTexts.bounds(formatDate(last))}。{deferTexts.left(options.deferralsLeft)}。
          </Note>
        </Stack>
      </Card>
      <Card>
        <Field
          label={deferTexts.reason}
          hint={deferTexts.reasonHint}
          error={form.reasonIsMissing ? deferTexts.reasonMissing : undefined}
          lines="many"
          maxLength={300}
          value={form.reason}
          onChange={form.setReason}
        />
      </Card>
      <Card>
        <Stack>
          <Note>{deferTexts.limitation}</Note>
          {form.charges.oldPicked > 0 && (
            <CheckRow
              label={deferTexts.oldKnown(form.charges.oldPicked)}
              hint={form.tickIsMissing ? deferTexts.tickMissing : deferTexts.required}
              checked={form.oldDebtKnown}
              onChange={form.setOldDebtKnown}
            />
          )}
        </Stack>
      </Card>
      {form.atOnce !== undefined && (
        <WhoDecides
          atOnce={form.atOnce}
          words={form.atOnce ? deferTexts.atOnce : deferTexts.asked(policy.replyDays)}
          hint={deferTexts.effect}
        />
      )}
    </>
  )
}
