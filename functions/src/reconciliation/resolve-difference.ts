import type { BillDifferenceId } from '@anjiao/shared/ids'
import { logAction } from '../platform/audit-log.ts'
import { actorName, type Ctx } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'

/**
 * Somebody in finance says why a difference is none, or what was done about it. It moves no money: what has to be booked is
 * booked where its kind is. Refused as `not-found`, and as `difference-resolved` when it is.
 */
export async function resolveDifference(ctx: Ctx, id: BillDifferenceId, reason: string): Promise<void> {
  const known = await ctx.tx.maybe`
    select from bill_difference where (community_id, id) = (${ctx.community}, ${id})`
  if (!known) throw new Refusal('not-found')
  if (!(await resolve(ctx, id, reason.trim()))) throw new Refusal('difference-resolved')
  await logAction(ctx, 'difference-resolved', `bill difference ${id}`)
}

/** Writes down why a difference is none. Answers whether it was open until now. */
export async function resolve(ctx: Ctx, id: BillDifferenceId, reason: string): Promise<boolean> {
  const resolved = await ctx.tx.run`
    update bill_difference
       set state = 'resolved', resolved_at = ${ctx.now}, resolved_by = ${actorName(ctx.actor)}, reason = ${reason}
     where (community_id, id) = (${ctx.community}, ${id}) and state = 'open'`
  return resolved > 0
}
