import type pg from 'pg'
import type { Merchant } from '../harness/merchant.ts'
import { fillBillsAndOrders } from './bills-and-orders.ts'

/** Months that every home owes, of different amounts, so that most debts leave a remainder when they are split. */
const openMonths = 3

export const instalmentMinFen = 1_000

/** Nothing that is offered may be past its limitation. */
const since = '2025-12-01'

/** One community where every home is in arrears, with a policy under which plans may be offered. */
export async function fillArrears(
  client: pg.Client,
  { mchid, appid }: Merchant,
  households: number,
): Promise<void> {
  const merchant = { mchid, appid }
  await client.query('begin')
  await fillBillsAndOrders(client, { communities: 1, households, merchant, paidMonths: 0, openMonths, since })
  await client.query('commit')
  await client.query(`
    insert into plan_policy (community_id, arrears_min_fen, overdue_months_min, after_broken, after_broken_months,
      down_percent, instalments_max, every_months, instalment_min_fen, first_after_days, term_months_max, late_fee,
      at_once_max_fen, at_once_instalments_max, grace_days, tolerance_fen, cure_days, moves_max, move_days_max, reply_days,
      offer_days, deferral_days_max, deferral_at_once_days, deferrals_per_year, published_as, published_at, published_by)
    values (1, 0, 0, 'needs_approval', 12, 0, 12, '{1}', ${instalmentMinFen}, 7, 12, 'held', 0, 0, 7, 0, 10, 1, 15, 5, 10, 60,
      30, 1, '小区公示栏', '2026-11-01T00:00:00Z', 'system:bench')`)
}
