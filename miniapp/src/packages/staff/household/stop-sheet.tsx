import type { ContactStop } from '@anjiao/shared/contract/notices'
import { contactStops } from '@anjiao/shared/notice-life'
import { NotedChoiceSheet } from '../../../features/staff-reasons/noted-choice-sheet'
import type { HomeAddress } from '../../../routes'
import { toast } from '../../../ui/notice'
import { contactTexts as texts } from './texts'
import { useContactStop } from './use-contact-stop'

export interface StopSheetProps {
  home: HomeAddress
  onClose: () => void
  onStopped: () => void
}

const reasons = (
  ['asked', 'deceased', 'represented', 'other'] as const satisfies readonly ContactStop['reason'][]
).map((value) => ({ value, label: contactStops[value] }))

/** Asks why a home is not to be contacted, and who said so. */
export function StopSheet({ home, onClose, onStopped }: StopSheetProps) {
  const { run, busy, failure } = useContactStop(home)
  const stop = async (wanted: ContactStop) => {
    if (!(await run(wanted))) return false
    toast(texts.done)
    onStopped()
    return true
  }
  return (
    <NotedChoiceSheet
      keptAs={`stop-${home.householdId}`}
      title={texts.stop}
      label={texts.reason}
      options={reasons}
      noteLabel={texts.note}
      noteHint={texts.noteHint}
      effect={texts.effect}
      send={texts.send}
      busy={busy}
      failure={failure}
      onRefresh={onStopped}
      onClose={onClose}
      onSend={(reason, note) => stop({ reason, note })}
    />
  )
}
