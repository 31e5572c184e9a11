import type { BusinessDate } from '@anjiao/shared/calendar'
import type { ChargeId, HouseholdId } from '@anjiao/shared/ids'
import type { Fen } from '@anjiao/shared/money'
import type { Ctx } from '../platform/context.ts'
import type { Account } from '../platform/database-types.ts'

export interface AccountBalance {
  readonly account: Account
  /** Debit above zero, credit below. */
  readonly balanceFen: Fen
}

/** The balance of every account at the end of a day, from the postings alone; any day of the past, always the same answer. */
export function balancesAsOf(ctx: Ctx, date: BusinessDate): Promise<AccountBalance[]> {
  return ctx.tx.rows<AccountBalance>`
    select account, sum(amount_fen)::bigint as balance_fen
      from posting p join entry e on (e.community_id, e.id) = (p.community_id, p.entry_id)
     where p.community_id = ${ctx.community} and e.business_date <= ${date}
     group by account order by account`
}

export interface HouseholdBalance {
  /** What the household owed. */
  readonly openFen: Fen
  /** What it had paid ahead (预存). */
  readonly advanceFen: Fen
}

/** What one household owed, and had paid ahead, at the end of a day. */
export async function householdAsOf(
  ctx: Ctx,
  householdId: HouseholdId,
  date: BusinessDate,
): Promise<HouseholdBalance> {
  return ctx.tx.one<HouseholdBalance>`
    select
      (select coalesce(sum(p.amount_fen), 0)::bigint
         from charge c
         join posting p on (p.community_id, p.charge_id) = (c.community_id, c.id) and p.account = 'receivable'
         join entry e on (e.community_id, e.id) = (p.community_id, p.entry_id)
        where (c.community_id, c.household_id) = (${ctx.community}, ${householdId}) and e.business_date <= ${date}) as open_fen,
      (select coalesce(-sum(p.amount_fen), 0)::bigint
         from posting p
         join entry e on (e.community_id, e.id) = (p.community_id, p.entry_id)
        where (p.community_id, p.household_id) = (${ctx.community}, ${householdId}) and p.account = 'advance'
          and e.business_date <= ${date}) as advance_fen`
}

/** What was open of each of some charges at the end of a day. */
export function chargesAsOf(
  ctx: Ctx,
  chargeIds: readonly ChargeId[],
  date: BusinessDate,
): Promise<{ chargeId: ChargeId; openFen: Fen }[]> {
  return ctx.tx.rows`
    select p.charge_id, sum(p.amount_fen)::bigint as open_fen
      from posting p join entry e on (e.community_id, e.id) = (p.community_id, p.entry_id)
     where p.community_id = ${ctx.community} and p.charge_id = any(${chargeIds}) and p.account = 'receivable'
       and e.business_date <= ${date}
     group by p.charge_id order by p.charge_id`
}
