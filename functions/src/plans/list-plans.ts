import type { PlanRow } from '@anjiao/shared/contract/staff-plans'
import type { HouseholdId, PlanId } from '@anjiao/shared/ids'
import type { Ctx } from '../platform/context.ts'
import type { PlanState } from '../platform/database-types.ts'

const pageSize = 30

export interface PlanFilter {
  readonly state?: PlanState | undefined
  readonly householdId?: HouseholdId | undefined
  /** Of the page before: its last id. */
  readonly before?: PlanId | undefined
}

/** Plans of a community, newest first, a page at a time. */
export async function listPlans(
  ctx: Ctx,
  { state, householdId, before }: PlanFilter,
): Promise<{ plans: PlanRow[]; more: boolean }> {
  const found = await ctx.tx.rows<Omit<PlanRow, 'appliedAt'> & { madeAt: Date }>`
    select p.id, p.household_id, home.room_name, home.owner_masked,
           p.state, p.debt_fen, owed.open_fen, p.instalments, p.made_at,
           (select min(coalesce(i.moved_to, i.due_date)) from instalment i
             where (i.community_id, i.plan_id) = (p.community_id, p.id) and p.state in ('signed', 'active', 'cured')
               and (select sum(amount_fen) from instalment before
                     where (before.community_id, before.plan_id) = (i.community_id, i.plan_id) and before.no <= i.no)
                   > p.debt_fen - owed.open_fen) as next_due
      from plan p
      join home_name home on (home.community_id, home.household_id) = (p.community_id, p.household_id)
      cross join lateral (
        select coalesce(sum(c.amount_fen - c.settled_fen) filter (where c.cancelled_by is null), 0)::bigint as open_fen
          from plan_charge g join charge c on (c.community_id, c.id) = (g.community_id, g.charge_id)
         where (g.community_id, g.plan_id) = (p.community_id, p.id) and not g.waived) as owed
     where p.community_id = ${ctx.community}
       and (${state ?? null}::plan_state is null or p.state = ${state ?? null}::plan_state)
       and (${householdId ?? null}::bigint is null or p.household_id = ${householdId ?? null})
       and p.id < ${before ?? Number.MAX_SAFE_INTEGER}
     order by p.id desc limit ${pageSize + 1}`
  const plans = found
    .slice(0, pageSize)
    .map(({ madeAt, ...plan }) => ({ ...plan, appliedAt: madeAt.toISOString() }))
  return { plans, more: found.length > pageSize }
}
