import { addDays } from '@anjiao/shared/calendar'
import { campaignAheadDays, usualHours } from '@anjiao/shared/notice-limits'
import { View } from '@tarojs/components'
import { NumberSelect } from '../../../features/staff-plans/number-select'
import { today } from '../../../platform/today'
import { Card } from '../../../ui/card'
import { Choice } from '../../../ui/choice'
import { Field } from '../../../ui/field'
import { NumberChoice } from '../../../ui/number-choice'
import { Stack } from '../../../ui/page'
import { DateField } from '../../../ui/select'
import { texts } from './texts'
import type { CampaignFieldsProps } from './whom-card'

const starts = [
  { value: 'at_once' as const, label: texts.atOnce, hint: texts.atOnceHint },
  { value: 'on_day' as const, label: texts.onDay },
]
const paces = [
  { value: 'fast' as const, label: texts.fast },
  { value: 'slow' as const, label: texts.slow, hint: texts.slowHint },
]
/** Messages go out between these hours anyway. */
const hours = Array.from({ length: usualHours.to - usualHours.from }, (_, later) => usualHours.from + later)

const holdOutMost = 50

/** From when, how fast, and how many homes are left for comparison. */
export const WhenCard = (fields: CampaignFieldsProps) => {
  const { draft, faults, onChange } = fields
  return (
    <Card title={texts.when}>
      <Stack>
        <View className="field">
          <View className="field-label">{texts.start}</View>
          <Choice
            label={texts.start}
            options={starts}
            value={draft.start}
            onChange={(start) => onChange({ start })}
          />
        </View>
        {draft.start === 'on_day' && <StartFields {...fields} />}
        <View className="field">
          <View className="field-label">{texts.pace}</View>
          <Choice
            label={texts.pace}
            options={paces}
            value={draft.pace}
            onChange={(pace) => onChange({ pace })}
          />
        </View>
        {draft.pace === 'slow' && (
          <Field
            label={texts.perMinute}
            unit={texts.messages}
            error={faults.perMinute}
            keyboard="digits"
            maxLength={6}
            value={draft.perMinute}
            onChange={(perMinute) => onChange({ perMinute })}
          />
        )}
        <NumberChoice
          label={texts.holdOut}
          hint={texts.holdOutHint}
          value={draft.holdOutPercent}
          min={0}
          max={holdOutMost}
          text={texts.percent}
          onChange={(holdOutPercent) => onChange({ holdOutPercent })}
        />
      </Stack>
    </Card>
  )
}

const StartFields = ({ draft, faults, onChange }: CampaignFieldsProps) => (
  <>
    <View className="campaign-numbers">
      <DateField
        label={texts.day}
        first={today()}
        last={addDays(today(), campaignAheadDays - 1)}
        value={draft.day}
        onChange={(day) => onChange({ day })}
      />
      <NumberSelect
        label={texts.hour}
        choices={hours}
        of={texts.hourOf}
        value={draft.hour}
        onChange={(hour) => onChange({ hour })}
      />
    </View>
    {faults.day && <View className="field-error">{faults.day}</View>}
  </>
)
