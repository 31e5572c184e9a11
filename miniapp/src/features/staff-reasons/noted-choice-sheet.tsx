import { useState } from 'react'
import { Button } from '../../ui/button'
import { Note } from '../../ui/cell'
import { Choice } from '../../ui/choice'
import { Field } from '../../ui/field'
import { Sheet } from '../../ui/sheet'
import { DecisionFailure, type DecisionFailureProps } from '../staff-requests/decision-failure'

export interface NotedChoiceSheetProps<Value extends string> extends DecisionFailureProps {
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
  /** Told the choice, and the note without spaces around it. */
  onSend: (chosen: Value, note: string) => void
}

const noteMost = 200

/** Asks for one of a few and how one knows; neither is sent without the other. */
export function NotedChoiceSheet<Value extends string>(props: NotedChoiceSheetProps<Value>) {
  const { title, label, options, noteLabel, noteHint, effect, send, busy, onClose, onSend, ...failing } =
    props
  const [chosen, setChosen] = useState<Value>()
  const [note, setNote] = useState('')
  const written = note.trim()
  return (
    <Sheet title={title} open onClose={onClose}>
      <Choice label={label} options={options} value={chosen} onChange={setChosen} />
      <Field
        label={noteLabel}
        hint={noteHint}
        lines="many"
        maxLength={noteMost}
        value={note}
        onChange={setNote}
      />
      {effect && <Note>{effect}</Note>}
      <DecisionFailure {...failing} />
      <Button
        busy={busy}
        disabled={chosen === undefined || written === ''}
        onPress={() => chosen !== undefined && onSend(chosen, written)}
      >
        {send}
      </Button>
    </Sheet>
  )
}
