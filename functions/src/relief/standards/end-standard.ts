import type { ReliefStandard } from '@anjiao/shared/contract/relief-standards'
import type { ReliefStandardId } from '@anjiao/shared/ids'
import { logAction } from '../../platform/audit-log.ts'
import type { Ctx } from '../../platform/context.ts'
import { shownStandard, standardOf } from './standard-rows.ts'

/** Takes no more applications under a standard. Whoever has applied keeps it. Ended twice it ends once. */
export async function endStandard(ctx: Ctx, standardId: ReliefStandardId): Promise<ReliefStandard> {
  const ended = await ctx.tx.run`
    update relief_standard set ended_at = ${ctx.now}
     where (community_id, id) = (${ctx.community}, ${standardId}) and ended_at is null`
  const standard = await standardOf(ctx, standardId)
  if (ended > 0) await logAction(ctx, 'relief-standard-ended', `relief standard ${standardId}`)
  return shownStandard(standard)
}
