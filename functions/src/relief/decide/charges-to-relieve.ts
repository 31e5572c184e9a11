import { postLateFees } from '../../billing/index.ts'
import type { Ctx } from '../../platform/context.ts'
import type { OpenCharge } from '../measure-relief.ts'
import { lockNamed } from '../named-charges.ts'
import type { StoredRelief } from '../stored-relief.ts'

/**
 * The charges of an application as they stand now, locked. Where late fees are waived, those of days that were not held
 * (between a refusal and its appeal) are posted first: what is waived is all of it.
 */
export async function chargesToRelieve(
  ctx: Ctx,
  { householdId, standard, named }: StoredRelief,
): Promise<OpenCharge[]> {
  if (standard.waivesLateFee) await postLateFees(ctx, [householdId], ctx.today)
  return lockNamed(ctx, named)
}
