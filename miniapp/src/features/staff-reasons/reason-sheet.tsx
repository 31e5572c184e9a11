import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Button, type ButtonLook } from '../../ui/button'
import { Note } from '../../ui/cell'
import { Sheet } from '../../ui/sheet'
import { DecisionFailure, type DecisionFailureProps } from '../staff-requests/decision-failure'
import { ReasonFields } from './reason-fields'
import { otherWords } from './texts'

export interface ReasonSheetProps extends DecisionFailureProps {
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
  onSend: (reason: string) => void
  /** What is decided beside the reason, above it; the reason's name parts them. */
  children?: ReactNode
}

/** Asks for a reason, one of the usual or in one's own words, before something is decided. */
export function ReasonSheet(props: ReasonSheetProps) {
  const { title, label, reasons, hint, send, look = 'primary', maxLength = 300, ready = true, busy } = props
  const { onClose, onSend, children, ...failing } = props
  const [reason, setReason] = useState('')
  return (
    <Sheet title={title} open onClose={onClose}>
      {children}
      {children && <View className="field-label">{label}</View>}
      <ReasonFields
        label={label}
        reasons={reasons}
        other={otherWords}
        maxLength={maxLength}
        onChange={setReason}
      />
      <Note>{hint}</Note>
      <DecisionFailure {...failing} />
      <Button look={look} busy={busy} disabled={!ready || reason === ''} onPress={() => onSend(reason)}>
        {send}
      </Button>
    </Sheet>
  )
}
