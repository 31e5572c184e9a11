import type { Difference } from '../ledger/index.ts'
import type { Ctx } from '../platform/context.ts'

/**
 * Compares statements with what was made of their lines: what is held lies in suspense with its amount, money of a bank is in suspense
 * only where a line says so, and a statement has brought as many lines as it says. No difference: the answer is empty.
 */
export function auditStatements({ tx, community }: Ctx): Promise<Difference[]> {
  return tx.rows<Difference>`
    select 'bank line ' || l.id as subject, 'what is held lies in suspense, at its place' as rule,
           coalesce(s.amount_fen, 0)::bigint as books_fen, l.amount_fen as stored_fen
      from bank_line l
      left join suspense_item s on (s.community_id, s.id, s.external_id, s.place) = (l.community_id, l.item_id, l.serial, l.place_id::text)
     where l.community_id = ${community} and l.state = 'held' and coalesce(s.amount_fen, 0) <> l.amount_fen
    union all
    select 'suspense item ' || s.id, 'a line of a statement has brought it', s.amount_fen, 0::bigint
      from suspense_item s
     where s.community_id = ${community} and s.account in ('bank', 'pos')
       and not exists (select from bank_line l where (l.community_id, l.item_id) = (s.community_id, s.id))
    union all
    select 'bank statement ' || b.id, 'it has brought the lines that it says', count(l.id), b.added
      from bank_statement b
      left join bank_line l on (l.community_id, l.statement_id) = (b.community_id, b.id)
     where b.community_id = ${community}
     group by b.id, b.added having count(l.id) <> b.added
    union all
    select 'entry ' || e.id, 'what was booked for a line of a bank is matched with it', 0::bigint, 1::bigint
      from entry e
     where e.community_id = ${community} and e.kind in ('transfer', 'fee') and e.source ~ '^bank-line:[0-9]+:[0-9]+$'
       and not exists (select from entry back
                        where (back.community_id, back.reverses_id, back.kind) = (e.community_id, e.id, 'reversal'))
       and not exists (select from bank_line l where l.community_id = e.community_id and l.movement = 'entry:' || e.id)`
}
