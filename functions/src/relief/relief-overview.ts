import type { ReliefOverview } from '@anjiao/shared/contract/staff-relief'
import type { Ctx } from '../platform/context.ts'
import { reliefBudgets } from './budgets/budgets.ts'
import { unequalDecisions } from './unequal-decisions.ts'

/** Budgets used, relief by kind, and whether like cases were treated alike. */
export async function reliefOverview(ctx: Ctx): Promise<ReliefOverview> {
  return {
    budgets: await reliefBudgets(ctx),
    byKind: await byKind(ctx),
    unequal: await unequalDecisions(ctx),
  }
}

function byKind({ tx, community }: Ctx): Promise<ReliefOverview['byKind']> {
  return tx.rows<ReliefOverview['byKind'][number]>`
    with given as (
      select g.application_id, sum(p.amount_fen) as fen
        from relief_posting g
        join posting p on (p.community_id, p.entry_id, p.account) = (g.community_id, g.entry_id, 'relief')
        join charge c on (c.community_id, c.id) = (p.community_id, p.charge_id) and c.cancelled_by is null
       where g.community_id = ${community} and g.reversed_by is null
       group by g.application_id
    )
    select s.kind, count(*) as asked,
           count(*) filter (where a.granted_on is not null) as granted,
           count(*) filter (where a.state in ('refused', 'refused_finally')) as refused,
           coalesce(sum(given.fen), 0)::bigint as relief_fen,
           min(a.percent) as percent_min, max(a.percent) as percent_max
      from relief_application a
      join relief_standard s on (s.community_id, s.id) = (a.community_id, a.standard_id)
      left join given on given.application_id = a.id
     where a.community_id = ${community}
     group by s.kind order by s.kind`
}
