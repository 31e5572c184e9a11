import type { RuleChange, RuleSetting } from '@anjiao/shared/contract/reminder-rules'
import type { Channel } from '@anjiao/shared/notice-life'
import { usualHours } from '@anjiao/shared/notice-limits'
import { reminderRules } from '@anjiao/shared/reminder-rules'
import { useState } from 'react'
import { NumberSelect } from '../../../features/staff-plans/number-select'
import { ChannelOrder } from '../../../features/staff-reminders/channel-order'
import type { Failure } from '../../../platform/failure'
import { Button } from '../../../ui/button'
import { Note } from '../../../ui/cell'
import { Sheet } from '../../../ui/sheet'
import { ErrorNote } from '../../../ui/states'
import { hasHour } from './rule-groups'
import { texts } from './texts'

export interface RuleSheetProps {
  setting: RuleSetting
  busy: boolean
  failure: Failure | undefined
  onClose: () => void
  onSave: (change: RuleChange) => void
}

/** Homes that wish nothing else hear from us between these hours. */
const hours = Array.from({ length: usualHours.to - usualHours.from }, (_, later) => usualHours.from + later)

/** How a rule goes out: on which channels, and at what hour. */
export function RuleSheet({ setting, busy, failure, onClose, onSave }: RuleSheetProps) {
  const [channels, setChannels] = useState<readonly Channel[]>(setting.channels)
  const [hour, setHour] = useState(setting.hour)
  return (
    <Sheet title={reminderRules[setting.rule].label} open busy={busy} onClose={onClose}>
      <ChannelOrder order={channels} onChange={setChannels} />
      {hasHour(setting.rule) && (
        <>
          <NumberSelect
            label={texts.hour}
            choices={hours}
            of={texts.hourOf}
            value={hour}
            onChange={setHour}
          />
          <Note>{texts.hourHint}</Note>
        </>
      )}
      {failure && <ErrorNote sentence={failure.sentence} reference={failure.requestId} />}
      <Button
        busy={busy}
        disabled={channels.length === 0}
        onPress={() => onSave(changed(setting, channels, hour))}
      >
        {texts.save}
      </Button>
    </Sheet>
  )
}

/** Only what was changed here: a colleague may have changed the rest meanwhile. */
const changed = (
  { rule, ...before }: RuleSetting,
  channels: readonly Channel[],
  hour: number,
): RuleChange => ({
  rule,
  ...(channels.join() !== before.channels.join() && { channels: [...channels] }),
  ...(hour !== before.hour && { hour }),
})
