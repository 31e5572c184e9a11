import { type BusinessDate, businessDate } from '@anjiao/shared/calendar'
import { billingCycles } from '@anjiao/shared/vocabulary'
import { today } from '../../../platform/today'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { Choice } from '../../../ui/choice'
import { Stack } from '../../../ui/page'
import { DateField, Select } from '../../../ui/select'
import {
  monthsToOffer,
  type RunRequest,
  runPeriodText,
  suggestedDueDate,
  suggestedRun,
} from './run-form-state'
import { texts } from './texts'

export interface RunFormProps {
  request: RunRequest
  onChange: (request: RunRequest) => void
  isPreviewed: boolean
  busy: boolean
  onPreview: () => Promise<void>
}

const cycles = (['monthly', 'quarterly', 'yearly'] as const).map((value) => ({
  value,
  label: billingCycles[value],
}))

/** The period of a run and the day its bills are due. */
export function RunForm({ request, onChange, isPreviewed, busy, onPreview }: RunFormProps) {
  const months = monthsToOffer(today())
  return (
    <Card title={texts.form}>
      <Stack>
        <Choice
          label={texts.cycle}
          options={cycles}
          value={request.cycle}
          onChange={(cycle) => onChange(suggestedRun(cycle, today()))}
        />
        <Select
          label={texts.month}
          options={months}
          value={request.fromDate}
          onChange={(fromDate: BusinessDate) =>
            onChange({ ...request, fromDate, dueDate: suggestedDueDate(fromDate, today()) })
          }
        />
        <Note>{texts.period(runPeriodText(request))}</Note>
        <DateField
          label={texts.due}
          value={request.dueDate}
          onChange={(dueDate) => dueDate && onChange({ ...request, dueDate: businessDate(dueDate) })}
        />
        <Button look={isPreviewed ? 'quiet' : 'primary'} busy={busy} onPress={() => void onPreview()}>
          {isPreviewed ? texts.previewAgain : texts.preview}
        </Button>
      </Stack>
    </Card>
  )
}
