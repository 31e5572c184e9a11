import type { ChargeId, EntryId } from '@anjiao/shared/ids'
import { negateFen } from '@anjiao/shared/money'
import { type Line, post } from '../ledger/index.ts'
import type { Ctx } from '../platform/context.ts'
import { addJob } from '../platform/jobs.ts'
import type { ReliefPart } from './measure-relief.ts'
import { type StoredRelief, subjectOf } from './stored-relief.ts'

/**
 * Takes relief off charges in the books: at the time of the decision, or for one bill that came later. Posts once, and says
 * nothing of the hardship: family and tenants read the history of a charge too. Home, charges and budget must be locked.
 */
export async function postRelief(
  ctx: Ctx,
  { id, householdId }: Pick<StoredRelief, 'id' | 'householdId'>,
  bill: ChargeId | null,
  parts: readonly ReliefPart[],
): Promise<EntryId> {
  const entryId = await post(ctx, {
    kind: 'relief',
    source: bill === null ? subjectOf(id) : `${subjectOf(id)}:${bill}`,
    businessDate: ctx.today,
    lines: parts.flatMap(({ chargeId, amountFen }): Line[] => [
      { account: 'relief', chargeId, amountFen },
      { account: 'receivable', chargeId, amountFen: negateFen(amountFen) },
    ]),
  })
  await ctx.tx.run`
    insert into relief_posting (community_id, application_id, entry_id, charge_id)
    values (${ctx.community}, ${id}, ${entryId}, ${bill})`
  await addJob(ctx, 'home-settled', { communityId: ctx.community, householdId })
  return entryId
}
