import type { Difference } from '../ledger/index.ts'
import type { Ctx } from '../platform/context.ts'

/**
 * What billing keeps beside the books and the ledger's own audit does not look at: that each charge is what its own
 * formula and inputs make, that no late fee outlives its principal, and that each bill run says what it posted. No difference: the answer is empty.
 */
export async function auditBilling(ctx: Ctx): Promise<Difference[]> {
  const found = [
    await chargesNotAsPriced(ctx),
    await lateFeesWithoutPrincipal(ctx),
    await runsNotAsPosted(ctx),
  ]
  return found.flat()
}

function chargesNotAsPriced({ tx, community }: Ctx): Promise<Difference[]> {
  return tx.rows<Difference>`
    select * from (
      select 'charge ' || c.id as subject, 'it is what its formula makes of its inputs' as rule, c.amount_fen as books_fen,
             coalesce(price_fen((pricing ->> 'method')::price_method, (pricing ->> 'rate')::integer, (pricing ->> 'fixedFen')::bigint,
                       pricing -> 'tiers', (pricing ->> 'areaHundredths')::integer,
                       (pricing ->> 'quantityHundredths')::integer, (pricing ->> 'months')::integer), 0) as stored_fen
        from charge c where c.community_id = ${community} and c.origin = 'bill' order by c.id) as priced
     where stored_fen <> books_fen`
}

function lateFeesWithoutPrincipal({ tx, community }: Ctx): Promise<Difference[]> {
  return tx.rows<Difference>`
    select 'charge ' || f.id as subject, 'a late fee of a cancelled charge is cancelled' as rule,
           0::bigint as books_fen, f.amount_fen as stored_fen
      from charge f join charge p on (p.community_id, p.id) = (f.community_id, f.principal_id)
     where f.community_id = ${community} and p.cancelled_by is not null and f.cancelled_by is null
     order by f.id`
}

function runsNotAsPosted({ tx, community }: Ctx): Promise<Difference[]> {
  return tx.rows<Difference>`
    with posted as (
      select split_part(e.source, ':', 2)::bigint as run_id, sum(p.amount_fen) as fen
        from entry e join posting p on (p.community_id, p.entry_id) = (e.community_id, e.id) and p.account = 'receivable'
       where e.community_id = ${community} and e.kind = 'bill' and e.source like 'bill:%'
       group by 1)
    select 'bill run ' || r.id as subject, 'its total is what it posted' as rule,
           coalesce(posted.fen, 0)::bigint as books_fen, r.amount_fen as stored_fen
      from bill_run r left join posted on posted.run_id = r.id
     where r.community_id = ${community} and coalesce(posted.fen, 0) <> r.amount_fen
     order by r.id`
}
