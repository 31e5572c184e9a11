import type { MoneyPlaceId } from '@anjiao/shared/ids'
import { logAction } from '../platform/audit-log.ts'
import { actorName, type Ctx } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'
import { freeMovements } from './match-open-lines.ts'
import { lockStatementPlace } from './statement-place.ts'

/**
 * Somebody in finance says why the bank does not have what we booked. It moves no money: what was booked wrongly is reversed where
 * its kind is. Refused as `not-found`, as `bank-movement-taken` when it does not stand alone, and as `own-booking` to who booked it.
 */
export async function explainMovement(
  ctx: Ctx,
  placeId: MoneyPlaceId,
  movement: string,
  reason: string,
): Promise<void> {
  await lockStatementPlace(ctx, placeId)
  const free = await freeMovements(ctx, placeId)
  if (!free.some((each) => each.movement === movement && !each.explained))
    throw new Refusal('bank-movement-taken')
  await refuseBooker(ctx, movement)
  await ctx.tx.run`
    insert into explained_movement (community_id, place_id, movement, reason, explained_at, explained_by)
    values (${ctx.community}, ${placeId}, ${movement}, ${reason.trim()}, ${ctx.now}, ${actorName(ctx.actor)})`
  await logAction(ctx, 'bank-movement-explained', `money place ${placeId}`, { movement })
}

/** Of money that never came nobody alone says that it did, and that this is in order. */
async function refuseBooker({ tx, community, actor }: Ctx, movement: string): Promise<void> {
  const booked = await tx.maybe`
    select from entry
     where (community_id, id, posted_by) = (${community}, substring(${movement}, '^entry:([0-9]+)$')::bigint, ${actorName(actor)})`
  if (booked) throw new Refusal('own-booking')
}
