import { useMutation } from '../../platform/use-mutation'
import { toast } from '../../ui/notice'
import { ReasonSheet } from '../staff-reasons/reason-sheet'
import { explainTexts as texts } from './texts'

export interface ExplainSheetProps {
  /** Names the matter, so that what was written and not sent is found again. */
  keptAs: string
  title: string
  /** Those given most often. */
  reasons: readonly string[]
  explain: (reason: string, intention: string) => Promise<unknown>
  onClose: () => void
  onDone: () => void
}

/** Asks why something that does not agree is in order. It moves no money. */
export function ExplainSheet({ keptAs, title, reasons, explain, onClose, onDone }: ExplainSheetProps) {
  const { run, busy, failure } = useMutation(explain)
  const send = async (reason: string) => {
    if (!(await run(reason))) return false
    toast(texts.done)
    onDone()
    return true
  }
  return (
    <ReasonSheet
      keptAs={keptAs}
      title={title}
      label={texts.label}
      reasons={reasons}
      hint={texts.hint}
      send={texts.send}
      maxLength={200}
      busy={busy}
      failure={failure}
      onRefresh={onDone}
      onClose={onClose}
      onSend={send}
    />
  )
}
