import type { BusinessDate, Period } from '@anjiao/shared/calendar'
import type { HouseholdId } from '@anjiao/shared/ids'
import type { Fen } from '@anjiao/shared/money'
import type { Ctx } from '../platform/context.ts'
import type { EntryKind } from '../platform/database-types.ts'

/** What one entry did to a household by one charge, or to its advance. */
export interface HouseholdMovement {
  readonly date: BusinessDate
  readonly kind: EntryKind
  /** Of a reversal: what it took back. */
  readonly reversedKind: EntryKind | null
  /** The charge by its fee item and period; null: the advance. */
  readonly feeItem: string | null
  readonly fromDate: BusinessDate | null
  readonly toDate: BusinessDate | null
  /** By how much more is owed; below zero: less. */
  readonly owedFen: Fen
  /** By how much more is paid ahead (预存); below zero: less. */
  readonly advanceFen: Fen
}

/**
 * Everything that moved what one household owed, or had paid ahead, in a period, oldest first, from the postings alone: their
 * sums are the difference of `householdAsOf` on the period's last day and the day before its first. At most `limit`.
 */
export function householdMovements(
  { tx, community }: Ctx,
  householdId: HouseholdId,
  { from, to }: Period,
  limit: number,
): Promise<HouseholdMovement[]> {
  return tx.rows<HouseholdMovement>`
    select e.business_date as date, e.kind, r.kind as reversed_kind, i.name as fee_item, c.from_date, c.to_date,
           coalesce(sum(p.amount_fen) filter (where p.account = 'receivable'), 0)::bigint as owed_fen,
           coalesce(-sum(p.amount_fen) filter (where p.account = 'advance'), 0)::bigint as advance_fen
      from posting p
      join entry e on (e.community_id, e.id) = (p.community_id, p.entry_id)
      left join entry r on (r.community_id, r.id) = (e.community_id, e.reverses_id) and e.kind = 'reversal'
      left join charge c on (c.community_id, c.id) = (p.community_id, p.charge_id)
      left join fee_item i on (i.community_id, i.id) = (c.community_id, c.fee_item_id)
     where p.community_id = ${community}
       and ((p.account = 'receivable' and p.charge_id in (
              select id from charge where (community_id, household_id) = (${community}, ${householdId})))
            or (p.account = 'advance' and p.household_id = ${householdId}))
       and e.business_date between ${from} and ${to}
     group by e.community_id, e.id, r.kind, c.community_id, c.id, i.name
    having sum(p.amount_fen) <> 0
     order by e.business_date, e.id, c.due_date, c.id
     limit ${limit}`
}
