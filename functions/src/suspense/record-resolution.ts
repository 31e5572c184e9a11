import type { EntryId, PaymentId, SuspenseResolutionId } from '@anjiao/shared/ids'
import type { Ctx } from '../platform/context.ts'
import type { SuspenseOutcome } from '../platform/database-types.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Intent } from './lock-item.ts'

export interface Resolution {
  readonly outcome: SuspenseOutcome
  readonly paymentId?: PaymentId
  readonly entryId?: EntryId | undefined
  readonly reason?: string
  readonly reference?: string
  /** What was asked for under the intent key. */
  readonly asked: string
}

/** What was done under this key before. Refused as `idempotency-key-reused` when it was asked for something else. */
export async function resolvedBefore(
  { tx, community }: Ctx,
  { resolvedBy, intentKey }: Intent,
  asked: string,
): Promise<SuspenseResolutionId | undefined> {
  const before = await tx.maybe<{ id: SuspenseResolutionId; same: boolean }>`
    select id, asked = ${asked}::jsonb as same from suspense_resolution
     where (community_id, resolved_by, intent_key) = (${community}, ${resolvedBy}, ${intentKey})`
  if (before && !before.same) throw new Refusal('idempotency-key-reused')
  return before?.id
}

/** Writes down what became of an item that is locked and open, and ends it. */
export async function recordResolution(
  { tx, community, now }: Ctx,
  { itemId, resolvedBy, intentKey }: Intent,
  { outcome, paymentId, entryId, reason = '', reference = '', asked }: Resolution,
): Promise<SuspenseResolutionId> {
  const { id } = await tx.one<{ id: SuspenseResolutionId }>`
    with ended as (
      update suspense_item set state = 'resolved' where (community_id, id) = (${community}, ${itemId})
    )
    insert into suspense_resolution (community_id, item_id, outcome, payment_id, entry_id, reason, reference, resolved_by, resolved_at,
                                     intent_key, asked)
    values (${community}, ${itemId}, ${outcome}, ${paymentId ?? null}, ${entryId ?? null}, ${reason}, ${reference}, ${resolvedBy}, ${now},
            ${intentKey}, ${asked}::jsonb)
    returning id`
  return id
}
