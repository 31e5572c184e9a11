import { addDays, businessDate } from '@anjiao/shared/calendar'
import type { Debits } from '@anjiao/shared/contract/debit-batches'
import type { LayoutPurpose } from '@anjiao/shared/debit-layout'
import { debitAheadDays, debitHours, debitNoticeHours } from '@anjiao/shared/debit-life'
import type { DebitLayoutId } from '@anjiao/shared/ids'
import { NumberSelect } from '../../../features/staff-plans/number-select'
import { today } from '../../../platform/today'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { DayChoice } from '../../../ui/day-choice'
import { Stack } from '../../../ui/page'
import { Select } from '../../../ui/select'
import { type BatchDraft, beginnings, ends, layoutsFor } from './batch-draft'
import { formTexts as texts } from './texts'

export interface BatchFormProps {
  debits: Debits
  draft: BatchDraft
  onChange: (part: Partial<BatchDraft>) => void
  isPreviewed: boolean
  busy: boolean
  onPreview: () => void
  onNever: () => void
}

/** Which day and hours, into which account, by which files. */
export function BatchForm(props: BatchFormProps) {
  const { debits, draft, onChange, isPreviewed, busy, onPreview, onNever } = props
  return (
    <Card title={texts.title}>
      <Stack>
        <DayChoice
          label={texts.day}
          first={addDays(today(), 1)}
          last={addDays(today(), debitAheadDays)}
          from={today()}
          laterDays={[2, 3, 7]}
          later={texts.later}
          otherLabel={texts.otherDay}
          value={draft.debitOn}
          onChange={(day) => day !== '' && onChange({ debitOn: businessDate(day) })}
        />
        <NumberSelect
          label={texts.from}
          choices={beginnings()}
          of={texts.hour}
          value={draft.fromHour}
          onChange={(fromHour) => onChange({ fromHour, toHour: Math.max(draft.toHour, fromHour + 1) })}
        />
        <NumberSelect
          label={texts.to}
          choices={ends(draft.fromHour)}
          of={texts.hour}
          value={draft.toHour}
          onChange={(toHour) => onChange({ toHour })}
        />
        <Note>{texts.hoursHint(debitHours.from, debitHours.to)}</Note>
        <Note>{texts.notice(debitNoticeHours)}</Note>
        <Select
          label={texts.place}
          options={debits.places.map(({ id, name }) => ({ value: String(id), label: name }))}
          value={draft.placeId && String(draft.placeId)}
          onChange={(chosen) =>
            onChange({ placeId: debits.places.find(({ id }) => String(id) === chosen)?.id })
          }
        />
        <LayoutSelect
          debits={debits}
          purpose="out"
          value={draft.fileLayoutId}
          onChange={(fileLayoutId) => onChange({ fileLayoutId })}
        />
        <LayoutSelect
          debits={debits}
          purpose="result"
          value={draft.resultLayoutId}
          onChange={(resultLayoutId) => onChange({ resultLayoutId })}
        />
        <Button look={isPreviewed ? 'quiet' : 'primary'} busy={busy} onPress={onPreview}>
          {isPreviewed ? texts.again : texts.preview}
        </Button>
        <Button look="plain" onPress={onNever}>
          {texts.never}
        </Button>
      </Stack>
    </Card>
  )
}

interface LayoutSelectProps {
  debits: Debits
  purpose: LayoutPurpose
  value: DebitLayoutId | undefined
  onChange: (id: DebitLayoutId | undefined) => void
}

function LayoutSelect({ debits, purpose, value, onChange }: LayoutSelectProps) {
  const layouts = layoutsFor(debits, purpose)
  return (
    <Select
      label={purpose === 'out' ? texts.file : texts.back}
      options={layouts.map(({ id, layout }) => ({ value: String(id), label: layout.name }))}
      value={value && String(value)}
      onChange={(chosen) => onChange(layouts.find(({ id }) => String(id) === chosen)?.id)}
    />
  )
}
