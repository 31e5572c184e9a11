import type { BusinessDate } from '@anjiao/shared/calendar'
import { call } from '../../../platform/call'
import type { Failure } from '../../../platform/failure'
import { useMutation } from '../../../platform/use-mutation'
import type { HomeAddress } from '../../../routes'
import type { Done } from './done-card'
import type { TakingDraft, Wanted } from './taking-draft'

export interface Taken {
  readonly draft: TakingDraft
  readonly wanted: Wanted
  readonly number: string
  readonly paidOn: BusinessDate
}

/** Takes what a home pays, once: money at once, or a cheque that waits. */
export function useTake(params: HomeAddress): {
  take: (taken: Taken) => Promise<Done | undefined>
  busy: boolean
  failure: Failure | undefined
} {
  const { run, busy, failure } = useMutation(async (taken: Taken, intention): Promise<Done> => {
    const { draft, wanted, number, paidOn } = taken
    const { method, placeId, payerName } = draft
    if (method === 'cheque') {
      const body = { ...wanted, payerName, number }
      const path = 'POST /v1/staff/communities/:communityId/households/:householdId/cheques'
      return { kind: 'cheque', cheque: await call(path, { params, body }, { intention }) }
    }
    const body = { ...wanted, payerName, method, placeId, voucherNumber: number, paidOn }
    const path = 'POST /v1/staff/communities/:communityId/households/:householdId/counter-payments'
    return { kind: 'payment', payment: await call(path, { params, body }, { intention }) }
  })
  return { take: run, busy, failure }
}
