import type { MoneyPlaceId } from '@anjiao/shared/ids'
import { logAction } from '../platform/audit-log.ts'
import { actorName, type Ctx } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'
import { freeMovements } from './match-open-lines.ts'
import { lockStatementPlace } from './statement-place.ts'

/**
 * Somebody in finance says why the bank does not have what we booked. It moves no money: what was booked wrongly is reversed where
 * its kind is. Refused as `not-found`, and as `bank-movement-taken` when it does not stand alone.
 */
export async function explainMovement(
  ctx: Ctx,
  placeId: MoneyPlaceId,
  movement: string,
  reason: string,
): Promise<void> {
  await lockStatementPlace(ctx, placeId)
  const free = await freeMovements(ctx, placeId)
  if (!free.some((each) => each.movement === movement)) throw new Refusal('bank-movement-taken')
  await ctx.tx.run`
    insert into explained_movement (community_id, place_id, movement, reason, explained_at, explained_by)
    values (${ctx.community}, ${placeId}, ${movement}, ${reason.trim()}, ${ctx.now}, ${actorName(ctx.actor)})`
  await logAction(ctx, 'bank-movement-explained', `money place ${placeId}`, { movement })
}
