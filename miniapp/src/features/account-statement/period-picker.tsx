import type { BusinessDate } from '@anjiao/shared/calendar'
import { Stack } from '../../ui/page'
import { Select } from '../../ui/select'
import { Tabs } from '../../ui/tabs'
import { monthsToOffer, type PeriodKind, type PickedPeriod } from './statement-period'
import { accountStatementTexts as texts } from './texts'

const kinds = (['thisYear', 'lastYear', 'months'] as const satisfies readonly PeriodKind[]).map((value) => ({
  value,
  label: texts.periods[value],
}))

export interface PeriodPickerProps {
  today: BusinessDate
  picked: PickedPeriod
  onChange: (picked: PickedPeriod) => void
}

/** A year at one press, or any months. */
export function PeriodPicker({ today, picked, onChange }: PeriodPickerProps) {
  const options = monthsToOffer(today).map((value) => ({ value, label: monthName(value) }))
  return (
    <Stack>
      <Tabs
        label={texts.which}
        tabs={kinds}
        value={picked.kind}
        onChange={(kind) => onChange({ ...picked, kind })}
      />
      {picked.kind === 'months' && (
        <>
          <Select
            label={texts.from}
            options={options}
            value={picked.fromMonth}
            onChange={(fromMonth) => onChange({ ...picked, fromMonth })}
          />
          <Select
            label={texts.to}
            options={options}
            value={picked.toMonth}
            onChange={(toMonth) => onChange({ ...picked, toMonth })}
          />
        </>
      )}
    </Stack>
  )
}

const monthName = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5))}月`
