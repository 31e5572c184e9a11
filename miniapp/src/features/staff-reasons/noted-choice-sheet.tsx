import { useKeptDraft } from '../../platform/kept-draft'
import { Button } from '../../ui/button'
import { Note } from '../../ui/cell'
import { Choice } from '../../ui/choice'
import { Field } from '../../ui/field'
import { Sheet } from '../../ui/sheet'
import { DecisionFailure, type DecisionFailureProps } from '../staff-requests/decision-failure'

export interface NotedChoiceSheetProps<Value extends string> extends DecisionFailureProps {
  /** Names the matter, so that what was written and not sent is found again: `stop-42`. */
  keptAs: string
  title: string
  /** What is being chosen. */
  label: string
  options: readonly { value: Value; label: string; hint?: string }[]
  noteLabel: string
  noteHint: string
  /** What follows from it. */
  effect?: string
  send: string
  busy: boolean
  onClose: () => void
  /** Told the choice, and the note without spaces around it; resolves to whether it was taken. */
  onSend: (chosen: Value, note: string) => Promise<boolean>
}

interface Noted<Value> {
  readonly chosen: Value | undefined
  readonly note: string
}

const noteMost = 200

/** Asks for one of a few and how one knows; neither is sent without the other. */
export function NotedChoiceSheet<Value extends string>(props: NotedChoiceSheetProps<Value>) {
  const {
    keptAs,
    title,
    label,
    options,
    noteLabel,
    noteHint,
    effect,
    send,
    busy,
    onClose,
    onSend,
    ...failing
  } = props
  const kept = useKeptDraft<Noted<Value>>(`noted-${keptAs}`, { chosen: undefined, note: '' })
  const { chosen, note } = kept.draft
  const written = note.trim()
  const sendIt = async () => {
    if (chosen !== undefined && (await onSend(chosen, written))) kept.forget()
  }
  return (
    <Sheet title={title} open busy={busy} onClose={onClose}>
      <Choice
        label={label}
        options={options}
        value={chosen}
        onChange={(next) => kept.change({ chosen: next })}
      />
      <Field
        label={noteLabel}
        hint={noteHint}
        lines="many"
        maxLength={noteMost}
        value={note}
        onChange={(next) => kept.change({ note: next })}
      />
      {effect && <Note>{effect}</Note>}
      <DecisionFailure {...failing} />
      <Button busy={busy} disabled={chosen === undefined || written === ''} onPress={() => void sendIt()}>
        {send}
      </Button>
    </Sheet>
  )
}
