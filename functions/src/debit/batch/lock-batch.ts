import type { BusinessDate } from '@anjiao/shared/calendar'
import {
  afterDebitEvent,
  type DebitBatchEvent,
  type DebitBatchState,
  debitBatchStates,
} from '@anjiao/shared/debit-life'
import type { DebitBatchId, DebitLayoutId, MoneyPlaceId, PersonId } from '@anjiao/shared/ids'
import type { Ctx } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'

export interface LockedBatch {
  readonly id: DebitBatchId
  readonly number: string
  readonly state: DebitBatchState
  readonly debitOn: BusinessDate
  readonly fromHour: number
  readonly toHour: number
  readonly tellBy: Date
  readonly placeId: MoneyPlaceId
  readonly fileLayoutId: DebitLayoutId
  readonly resultLayoutId: DebitLayoutId
  readonly madeBy: PersonId
}

/** A batch, locked before the homes in it. Refused as `not-found`. */
export async function lockBatch({ tx, community }: Ctx, id: DebitBatchId): Promise<LockedBatch> {
  const batch = await tx.maybe<LockedBatch>`
    select id, number, state, debit_on, from_hour, to_hour, tell_by, place_id, file_layout_id, result_layout_id, made_by
      from debit_batch where (community_id, id) = (${community}, ${id}) for update`
  if (!batch) throw new Refusal('not-found')
  return batch
}

/** The state that an event brings a batch to. Refused as `debit-moved-on`. */
export function stateAfter({ state }: LockedBatch, event: DebitBatchEvent): DebitBatchState {
  const to = afterDebitEvent(state, event)
  if (!to) throw new Refusal('debit-moved-on', { state: debitBatchStates[state].label })
  return to
}
