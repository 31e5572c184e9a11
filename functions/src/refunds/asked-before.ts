import type { RefundId } from '@anjiao/shared/ids'
import { actorName, type Ctx } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'

/** One intention of a person: its key comes with every retry. */
export interface RefundIntent {
  readonly key: string
  /** What is asked for under the key, as JSON. */
  readonly asked: string
}

/**
 * The refund that was asked for under this key before, of several the first. Refused as `idempotency-key-reused` when it was asked for
 * something else. The home must be locked for the answer to hold.
 */
export async function askedBefore(
  { tx, community, actor }: Ctx,
  { key, asked }: RefundIntent,
): Promise<RefundId | undefined> {
  const before = await tx.maybe<{ id: RefundId; same: boolean }>`
    select id, asked = ${asked}::jsonb as same from refund
     where (community_id, asked_by, intent_key) = (${community}, ${actorName(actor)}, ${key})`
  if (before && !before.same) throw new Refusal('idempotency-key-reused')
  return before?.id
}
