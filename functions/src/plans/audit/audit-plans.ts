import type { Difference } from '../../ledger/index.ts'
import type { Ctx } from '../../platform/context.ts'
import { holdsOffDeferrals, holdsOffPlans } from './holds-off-lives.ts'
import { textsOffPapers } from './texts-off-papers.ts'

/** How many plans, with their agreements or all that happened to them, are read into memory at once. */
const sliceMax = 200

/**
 * What plans and deferrals keep beside the books: that instalments and charges come to the debt, that what was signed is
 * what its hash says, that holds are what the life of each says, that nothing is open of a plan that was kept. No
 * difference: the answer is empty.
 */
export async function auditPlans(ctx: Ctx, sliceSize = sliceMax): Promise<Difference[]> {
  const found = [
    await sumsOffDebt(ctx),
    await statesNotWrittenDown(ctx),
    await keptWithSomethingWaived(ctx),
    await textsOffPapers(ctx, sliceSize),
    await holdsOffPlans(ctx, sliceSize),
    await holdsOffDeferrals(ctx, sliceSize),
  ]
  return found.flat()
}

function sumsOffDebt({ tx, community }: Ctx): Promise<Difference[]> {
  return tx.rows<Difference>`
    select 'plan ' || p.id as subject, 'its instalments come to its debt' as rule, p.debt_fen as books_fen,
           coalesce(sum(i.amount_fen), 0)::bigint as stored_fen
      from plan p left join instalment i on (i.community_id, i.plan_id) = (p.community_id, p.id)
     where p.community_id = ${community}
     group by p.id, p.debt_fen having coalesce(sum(i.amount_fen), 0) <> p.debt_fen
    union all
    select 'plan ' || p.id, 'its charges come to its debt', p.debt_fen, coalesce(sum(g.amount_fen) filter (where not g.waived), 0)::bigint
      from plan p left join plan_charge g on (g.community_id, g.plan_id) = (p.community_id, p.id)
     where p.community_id = ${community}
     group by p.id, p.debt_fen having coalesce(sum(g.amount_fen) filter (where not g.waived), 0) <> p.debt_fen`
}

function statesNotWrittenDown({ tx, community }: Ctx): Promise<Difference[]> {
  return tx.rows<Difference>`
    select 'plan ' || p.id as subject, 'its state is where its last event led' as rule, 0::bigint as books_fen, 0::bigint as stored_fen
      from plan p
     where p.community_id = ${community}
       and p.state is distinct from (select to_state from plan_event e
                                      where (e.community_id, e.plan_id) = (p.community_id, p.id) order by id desc limit 1)`
}

function keptWithSomethingWaived({ tx, community }: Ctx): Promise<Difference[]> {
  return tx.rows<Difference>`
    select 'plan ' || p.id as subject, 'of what a kept plan lets go nothing is open' as rule, 0::bigint as books_fen,
           sum(c.amount_fen - c.settled_fen)::bigint as stored_fen
      from plan p
      join plan_charge g on (g.community_id, g.plan_id) = (p.community_id, p.id) and g.waived
      join charge c on (c.community_id, c.id) = (g.community_id, g.charge_id)
     where (p.community_id, p.state) = (${community}, 'kept')
     group by p.id having sum(c.amount_fen - c.settled_fen) <> 0`
}
