import type { LoggedNotice } from '@anjiao/shared/contract/notices'
import type { DeliveryId } from '@anjiao/shared/ids'
import { logAction } from '../../platform/audit-log.ts'
import { actorName, type Ctx } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'
import { settleCredits } from '../credits/settle-credits.ts'
import { messageLog } from './message-log.ts'

export interface Resolution {
  /** `send_again`: a person has looked, and it did not arrive; it goes through the gate like any other. */
  readonly resolution: 'arrived' | 'send_again' | 'leave'
  readonly note: string
}

/** A person says what became of a message whose fate was not known. Refused as `not-found` and `delivery-resolved`. */
export async function resolveUnknown(
  ctx: Ctx,
  deliveryId: DeliveryId,
  { resolution, note }: Resolution,
): Promise<LoggedNotice> {
  const { tx, community, now } = ctx
  const delivery = await tx.maybe<{ state: string }>`
    select state from delivery where (community_id, id) = (${community}, ${deliveryId}) for update`
  if (!delivery) throw new Refusal('not-found')
  if (delivery.state !== 'unknown') throw new Refusal('delivery-resolved')
  const again = resolution === 'send_again'
  const state = again ? 'waiting' : resolution === 'arrived' ? 'delivered' : 'failed'
  await settleCredits(ctx, [{ deliveryId, outcome: again ? 'returned' : 'spent' }])
  await tx.run`
    update delivery set state = ${state}, ended_at = ${again ? null : now}, send_after = ${now}
     where (community_id, id) = (${community}, ${deliveryId})`
  if (resolution === 'arrived')
    await tx.run`
      insert into delivery_evidence (community_id, delivery_id, proof, at, note, told_by)
      values (${community}, ${deliveryId}, 'arrived', ${now}, ${note.trim()}, ${actorName(ctx.actor)})`
  await logAction(ctx, 'delivery-resolved', `delivery:${deliveryId}`, { resolution })
  const [logged] = await messageLog(ctx, { deliveryId })
  if (!logged) throw new Refusal('not-found')
  return logged
}
