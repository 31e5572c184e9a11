import { Card } from '../../ui/card'
import { Cells } from '../../ui/cell'
import { useMe } from '../homes/use-me'
import { ReminderSettingsCell } from './reminder-settings-cell'
import { noticesTexts } from './texts'
import { isTold } from './use-notices'

/** The ways to 提醒设置 of each home one has. Nothing while one has none. */
export function RemindersCard() {
  const homes = useMe().data?.households.filter(isTold) ?? []
  if (homes.length === 0) return null
  return (
    <Card title={noticesTexts.reminders}>
      <Cells>
        {homes.map((home) => (
          <ReminderSettingsCell
            key={`${home.communityId}-${home.householdId}`}
            home={home}
            roomName={homes.length > 1 ? home.roomName : undefined}
          />
        ))}
      </Cells>
    </Card>
  )
}
