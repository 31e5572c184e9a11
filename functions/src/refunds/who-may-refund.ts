import type { PersonId } from '@anjiao/shared/ids'
import { isOwnRequest } from '../identity/index.ts'
import { actorName, type Ctx } from '../platform/context.ts'
import type { StaffRole } from '../platform/database-types.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Refundable } from './refundable.ts'

/** Who may ask that money goes back. */
export const refundAskers: readonly StaffRole[] = ['front_desk', 'finance', 'manager']

/** Nobody gives back money that they took in themselves, or to their own home. */
export async function refuseInterested(
  ctx: Ctx,
  { householdId, takenBy }: Pick<Refundable, 'householdId' | 'takenBy'>,
  personId: PersonId,
): Promise<void> {
  if (takenBy.includes(actorName(ctx.actor))) throw new Refusal('own-receipt')
  if (await isOwnRequest(ctx, { householdId, askedBy: '' }, personId)) throw new Refusal('own-application')
}
