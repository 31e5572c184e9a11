import type { PaymentAttemptId } from '@anjiao/shared/ids'
import { useState } from 'react'
import { call } from '../../platform/call'
import { openPaySheet, takeSheetWord } from '../../platform/pay'
import { useMutation } from '../../platform/use-mutation'
import { type HomeAddress, toPayment } from '../../routes'
import type { SheetWord } from './standing'

/**
 * What the payer of an attempt may do with it: open the payment sheet once more, or give it up. `sheet` is how the
 * sheet was left last; a browser that comes back from the cashier page brings a word of its own.
 */
export function useAttemptActions(
  { communityId, householdId }: HomeAddress,
  attemptId: PaymentAttemptId,
  first: SheetWord,
  changed: () => void,
) {
  const params = { communityId, householdId, attemptId }
  const [sheet, setSheet] = useState<SheetWord>(() => takeSheetWord() ?? first)

  const resume = useMutation(async (_: 'resume', intention) => {
    const started = await call(
      'POST /v1/communities/:communityId/households/:householdId/payments/:attemptId/resume',
      { params },
      { intention },
    )
    const left = await openPaySheet(started, toPayment(params, attemptId, 'closed'))
    if (left === 'left') return
    setSheet(left)
    changed()
  })
  const close = useMutation(async (_: 'close', intention) => {
    await call(
      'POST /v1/communities/:communityId/households/:householdId/payments/:attemptId/close',
      { params },
      { intention },
    )
    changed()
  })

  return {
    sheet,
    resume: () => void resume.run('resume'),
    close: () => void close.run('close'),
    resuming: resume.busy,
    closing: close.busy,
    failure: resume.failure ?? close.failure,
  }
}

export type AttemptActions = ReturnType<typeof useAttemptActions>
