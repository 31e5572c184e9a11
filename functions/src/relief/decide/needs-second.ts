import type { ReliefGrant } from '@anjiao/shared/contract/relief-application'
import { addFen } from '@anjiao/shared/money'
import type { Ctx } from '../../platform/context.ts'
import { givenToHome } from '../given-to-home.ts'
import { amountOf } from '../measure-relief.ts'
import type { StoredRelief } from '../stored-relief.ts'

/**
 * Whether a grant takes two people: always where the standard's sum is nothing, or bills to come are reduced too, for nobody
 * knows what those come to; otherwise when it brings what the home was given above the sum. Time alone costs nobody anything.
 * The home must be locked for the answer to stay.
 */
export async function needsSecond(
  ctx: Ctx,
  { householdId, standard: { secondAboveFen, months } }: Pick<StoredRelief, 'householdId' | 'standard'>,
  grant: ReliefGrant,
): Promise<boolean> {
  if (secondAboveFen === 0 || months > 0) return true
  const amountFen = amountOf(grant)
  if (amountFen === 0) return false
  return addFen(await givenToHome(ctx, householdId), amountFen) > secondAboveFen
}
