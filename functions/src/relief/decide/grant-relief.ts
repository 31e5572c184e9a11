import type { Ctx } from '../../platform/context.ts'
import { recordEvent } from '../../platform/domain-events.ts'
import { addJob } from '../../platform/jobs.ts'
import {
  amountOf,
  type Measure,
  type MeasuredRelief,
  measureRelief,
  type OpenCharge,
} from '../measure-relief.ts'
import { moveRelief } from '../move-relief.ts'
import { postRelief } from '../post-relief.ts'
import { letPhotosGo } from '../relief-photos.ts'
import type { StoredRelief } from '../stored-relief.ts'
import { refuseOverBudget } from './may-be-given.ts'

export interface Granting {
  /** What the standard still gives this home. */
  readonly measure: Measure
  readonly charges: readonly OpenCharge[]
  readonly measured: MeasuredRelief
  readonly reason: string
}

/**
 * Grants relief: takes it off the charges in the books, gives the time it gives, and lets go of what was held for review.
 * Home and charges must be locked; the budget is locked here, last. Refused as `relief-over-budget`.
 */
export async function grantRelief(
  ctx: Ctx,
  relief: StoredRelief,
  { measure, charges, measured: { grant, parts }, reason }: Granting,
): Promise<void> {
  const { id, householdId, standard } = relief
  await refuseOverBudget(ctx, standard, amountOf(grant))
  const whole = measureRelief(measure, charges, ctx.today).grant
  const inFull = grant.percent === whole.percent && amountOf(grant) === amountOf(whole)
  const granted = await moveRelief(ctx, relief, 'grant', { note: reason, granted: { grant, inFull } })
  if (parts.length > 0) await postRelief(ctx, relief, null, parts)
  await letPhotosGo(ctx, granted)
  if (grant.instalments !== null) {
    await addJob(ctx, 'relief-plan-offer', { communityId: ctx.community, applicationId: id })
  }
  await recordEvent(ctx, {
    kind: 'relief-decided',
    key: `relief-decided:${id}:granted`,
    householdId,
    payload: {
      applicationId: id,
      state: 'granted',
      principalFen: grant.principalFen,
      lateFeeFen: grant.lateFeeFen,
    },
  })
}
