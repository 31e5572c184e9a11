import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useKeptDraft } from '../../platform/kept-draft'
import { Button, type ButtonLook } from '../../ui/button'
import { Note } from '../../ui/cell'
import { Sheet } from '../../ui/sheet'
import { DecisionFailure, type DecisionFailureProps } from '../staff-requests/decision-failure'
import { noReason, ReasonFields, reasonIn } from './reason-fields'
import { otherWords } from './texts'

export interface ReasonSheetProps extends DecisionFailureProps {
  /** Names the matter and the answer, so that what was written and not sent is found again: `plan-7-refuse`. */
  keptAs: string
  title: string
  /** What is asked for. */
  label: string
  /** Those given most often. */
  reasons: readonly string[]
  /** Who reads it, and what it should say. */
  hint: string
  send: string
  look?: ButtonLook
  maxLength?: number
  /** Whether what is decided beside the reason is whole. */
  ready?: boolean
  busy: boolean
  onClose: () => void
  /** Resolves to whether it was taken. */
  onSend: (reason: string) => Promise<boolean>
  /** What is decided beside the reason, above it; the reason's name parts them. */
  children?: ReactNode
}

/** Asks for a reason, one of the usual or in one's own words, before something is decided. */
export function ReasonSheet(props: ReasonSheetProps) {
  const { title, label, reasons, hint, send, look = 'primary', maxLength = 300, ready = true, busy } = props
  const { keptAs, onClose, onSend, children, ...failing } = props
  const kept = useKeptDraft(`reason-${keptAs}`, noReason)
  const reason = reasonIn(kept.draft, otherWords)
  const sendIt = async () => {
    if (await onSend(reason)) kept.forget()
  }
  return (
    <Sheet title={title} open busy={busy} onClose={onClose}>
      {children}
      {children && <View className="field-label">{label}</View>}
      <ReasonFields
        label={label}
        reasons={reasons}
        other={otherWords}
        maxLength={maxLength}
        draft={kept.draft}
        onChange={kept.change}
      />
      <Note>{hint}</Note>
      <DecisionFailure {...failing} />
      <Button look={look} busy={busy} disabled={!ready || reason === ''} onPress={() => void sendIt()}>
        {send}
      </Button>
    </Sheet>
  )
}
