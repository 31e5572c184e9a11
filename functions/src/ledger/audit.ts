import type { Fen } from '@anjiao/shared/money'
import type { Ctx } from '../platform/context.ts'

/** Something the books and a projection of them do not agree on. */
export interface Difference {
  /** Which row, e.g. `charge 4711`. */
  readonly subject: string
  readonly rule: string
  /** By the postings. */
  readonly booksFen: Fen
  /** As stored. */
  readonly storedFen: Fen
}

/** Recomputes every projection of a community from the postings. No difference: the answer is empty. */
export async function auditLedger(ctx: Ctx): Promise<Difference[]> {
  const found = [
    await entriesOffBalance(ctx),
    await chargesNotPosted(ctx),
    await settledNotAsPosted(ctx),
    await advanceNotAsPosted(ctx),
  ]
  return found.flat()
}

function entriesOffBalance({ tx, community }: Ctx): Promise<Difference[]> {
  return tx.rows<Difference>`
    select 'entry ' || e.id as subject, 'its postings sum to zero' as rule,
           coalesce(sum(p.amount_fen), 0)::bigint as books_fen, 0::bigint as stored_fen
      from entry e left join posting p on (p.community_id, p.entry_id) = (e.community_id, e.id)
     where e.community_id = ${community}
     group by e.id having coalesce(sum(p.amount_fen), 0) <> 0 or count(p.id) = 0
     order by e.id`
}

function chargesNotPosted({ tx, community }: Ctx): Promise<Difference[]> {
  return tx.rows<Difference>`
    select 'charge ' || c.id as subject, 'it was posted with its amount' as rule,
           coalesce(sum(p.amount_fen), 0)::bigint as books_fen, c.amount_fen as stored_fen
      from charge c
      left join posting p on (p.community_id, p.charge_id, p.entry_id) = (c.community_id, c.id, c.entry_id)
                         and p.account = 'receivable'
     where c.community_id = ${community}
     group by c.id, c.amount_fen having coalesce(sum(p.amount_fen), 0) <> c.amount_fen
     order by c.id`
}

function settledNotAsPosted({ tx, community }: Ctx): Promise<Difference[]> {
  return tx.rows<Difference>`
    select 'charge ' || c.id as subject, 'what is settled is what was posted against it' as rule,
           coalesce(-sum(p.amount_fen), 0)::bigint as books_fen, c.settled_fen as stored_fen
      from charge c
      left join posting p on (p.community_id, p.charge_id) = (c.community_id, c.id)
                         and p.account = 'receivable' and p.entry_id <> c.entry_id
     where c.community_id = ${community}
     group by c.id, c.settled_fen having coalesce(-sum(p.amount_fen), 0) <> c.settled_fen
     order by c.id`
}

function advanceNotAsPosted({ tx, community }: Ctx): Promise<Difference[]> {
  return tx.rows<Difference>`
    select 'household ' || h.id as subject, 'its advance is what was posted to it' as rule,
           coalesce(-sum(p.amount_fen), 0)::bigint as books_fen, h.advance_fen as stored_fen
      from household h
      left join posting p on (p.community_id, p.household_id) = (h.community_id, h.id) and p.account = 'advance'
     where h.community_id = ${community}
     group by h.id, h.advance_fen having coalesce(-sum(p.amount_fen), 0) <> h.advance_fen
     order by h.id`
}
