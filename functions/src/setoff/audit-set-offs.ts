import type { Difference } from '../ledger/index.ts'
import type { Ctx } from '../platform/context.ts'

/**
 * Compares what was settled by itself with the books, and with the consent of the home: of that home, given before and not
 * withdrawn yet, and for the bills of the run alone. No difference: the answer is empty.
 */
export function auditSetOffs({ tx, community }: Ctx): Promise<Difference[]> {
  return tx.rows<Difference>`
    select 'set-off ' || s.household_id || '-' || s.bill_entry_id as subject,
           'its entry settled those bills with it, as the home had agreed' as rule,
           coalesce(-sum(g.amount_fen), 0)::bigint as books_fen, s.amount_fen as stored_fen
      from set_off s
      left join set_off_consent consent
             on (consent.community_id, consent.id, consent.household_id) = (s.community_id, s.consent_id, s.household_id)
            and consent.given_at <= s.done_at and coalesce(consent.withdrawn_at >= s.done_at, true)
      left join charge c on (c.community_id, c.household_id, c.entry_id) = (s.community_id, consent.household_id, s.bill_entry_id)
      left join posting g on (g.community_id, g.entry_id, g.account, g.charge_id) = (s.community_id, s.entry_id, 'receivable', c.id)
     where s.community_id = ${community}
     group by s.household_id, s.bill_entry_id, s.amount_fen having coalesce(-sum(g.amount_fen), 0) <> s.amount_fen
    union all
    select 'entry ' || e.id, 'what is settled by itself is a set-off that was agreed to', 1, 0
      from entry e
     where e.community_id = ${community} and e.kind = 'advance_applied' and e.source like 'set-off:%'
       and not exists (select from set_off s where (s.community_id, s.entry_id) = (e.community_id, e.id))`
}
