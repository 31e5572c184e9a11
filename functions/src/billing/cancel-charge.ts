import type { ChargeId } from '@anjiao/shared/ids'
import { cancelWithLateFees } from '../ledger/index.ts'
import { logAction } from '../platform/audit-log.ts'
import type { Ctx } from '../platform/context.ts'
import { addJob } from '../platform/jobs.ts'
import { Refusal } from '../platform/refusal.ts'

/**
 * 作废. Takes a charge back, and every late fee on it: what was open is no longer owed, what had been settled becomes
 * the household's advance. The reason stands in the charge's history, for its owner to read.
 * Refused as `not-allowed` to anyone but a manager, `not-found`, and `charge-cancelled` the second time.
 */
export async function cancelCharge(ctx: Ctx, chargeId: ChargeId, reason: string): Promise<void> {
  refuseUnlessManager(ctx)
  const cancelled = await cancelWithLateFees(ctx, chargeId, { memo: reason })
  if (!cancelled.some((charge) => charge.chargeId === chargeId)) await refuseWhatIsGone(ctx, chargeId)
  for (const { chargeId: id, amountFen, toAdvanceFen } of cancelled) {
    await logAction(ctx, 'charge-cancelled', `charge ${id}`, { reason, amountFen, toAdvanceFen })
  }
  const [first] = cancelled
  if (first) await addJob(ctx, 'home-settled', { communityId: ctx.community, householdId: first.householdId })
}

function refuseUnlessManager({ actor }: Ctx): void {
  const roles = actor.kind === 'staff' ? actor.roles : []
  if (!roles.includes('manager') && !roles.includes('administrator')) throw new Refusal('not-allowed')
}

async function refuseWhatIsGone({ tx, community }: Ctx, chargeId: ChargeId): Promise<never> {
  const there = await tx.maybe`select from charge where (community_id, id) = (${community}, ${chargeId})`
  throw new Refusal(there ? 'charge-cancelled' : 'not-found')
}
