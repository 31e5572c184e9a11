import { go } from '../../platform/navigate'
import { type HomeAddress, toReminderSettings } from '../../routes'
import { Cell } from '../../ui/cell'
import { noticesTexts } from './texts'

/** The way to 提醒设置. `roomName`: of which home, where there are several. */
export const ReminderSettingsCell = ({
  home,
  roomName,
}: {
  home: HomeAddress
  roomName?: string | undefined
}) => (
  <Cell
    icon="bell"
    label={noticesTexts.settings}
    hint={roomName ?? noticesTexts.settingsHint}
    onPress={() => go(toReminderSettings(home))}
  />
)
