import { type AdvanceReturnCause, mostReturnable, planReturn } from '@anjiao/shared/advance-return'
import type { StaffAdvanceReturn } from '@anjiao/shared/contract/advance-returns'
import { parseYuan, plainYuan } from '@anjiao/shared/money'
import type { PayoutRoute } from '@anjiao/shared/refund-life'
import { useState } from 'react'
import { texts } from './texts'

/** What is typed and chosen, and what it comes to; all there is and what the owner said is suggested. */
export function useReturnDraft({ request, freeFen, sources }: StaffAdvanceReturn) {
  const mostFen = mostReturnable(sources, freeFen)
  const [typed, type] = useState(plainYuan(mostFen))
  const [otherRoute, chooseOtherRoute] = useState<PayoutRoute>('transfer')
  const [cause, chooseCause] = useState<AdvanceReturnCause | undefined>(request?.cause)
  const [written, write] = useState('')
  const parsed = parseYuan(typed)
  const amountFen = parsed !== undefined && parsed > 0 && parsed <= mostFen ? parsed : undefined
  const plan = amountFen === undefined ? undefined : planReturn(sources, amountFen, otherRoute)
  const reason = cause === undefined ? '' : cause === 'other' ? written.trim() : texts.reasons[cause]
  const isWhole = amountFen !== undefined && plan !== undefined && cause !== undefined && reason !== ''
  return {
    mostFen,
    typed,
    type,
    otherRoute,
    chooseOtherRoute,
    cause,
    chooseCause,
    written,
    write,
    amountFen,
    plan,
    giving: isWhole ? { amountFen, otherRoute, cause, reason } : undefined,
  }
}

export type ReturnDraft = ReturnType<typeof useReturnDraft>
