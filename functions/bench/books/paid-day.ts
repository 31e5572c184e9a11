import type pg from 'pg'
import { manyTrades } from '../../src/reconciliation/testing/many-trades.ts'
import { continueIdentities, fillHomes, type Homes } from './homes.ts'

const homes = 3_000
const atOnce = 20_000

/**
 * The books of a community in which all trades of a day are: its payments with their orders, and its refunds. What was posted
 * for them stays out: it is nothing to the comparison.
 */
export async function fillPaidDay(
  client: pg.Client,
  merchant: Homes['merchant'],
  count: number,
): Promise<void> {
  await client.query('set session_replication_role = replica')
  await fillHomes(client, { communities: 1, households: homes, merchant })
  let waiting: unknown[] = []
  for (const row of manyTrades(count)) {
    waiting.push(row)
    if (waiting.length < atOnce) continue
    await client.query(trades(merchant), [JSON.stringify(waiting)])
    waiting = []
  }
  await client.query(trades(merchant), [JSON.stringify(waiting)])
  await client.query('set session_replication_role = origin')
  await continueIdentities(client)
}

const trades = ({ mchid, appid }: Homes['merchant']) => `
  with trade as (
    select * from json_to_recordset($1) as t (kind text, "transactionId" text, "outTradeNo" text, openid text, "amountFen" bigint,
      "paidAt" timestamptz, "acceptedAt" timestamptz, "refundId" text, "outRefundNo" text)
  ), paid as (
    select right("transactionId", 10)::bigint + 1 as number, * from trade where kind = 'paid'
  ), entries as (
    insert into entry (community_id, id, kind, business_date, source, posted_by) overriding system value
    select 1, number, 'payment', '2026-11-23', 'payment:wechat:' || "transactionId", 'system:bench' from paid
  ), attempts as (
    insert into payment_attempt (community_id, id, out_trade_no, household_id, payer_id, mchid, appid, openid, amount_fen, description,
                                 state, prepay_id, intent_key, created_at, expires_at, paid_at) overriding system value
    select 1, number, "outTradeNo", 1 + number % ${homes}, 1 + number % ${homes}, '${mchid}', '${appid}', openid, "amountFen", '物业缴费',
           'paid', 'wx' || number, 'intent-' || number, "paidAt", "paidAt", "paidAt"
      from paid
  ), payments as (
    insert into payment (community_id, id, household_id, attempt_id, method, external_id, amount_fen, paid_at, entry_id) overriding system value
    select 1, number, 1 + number % ${homes}, number, 'wechat', "transactionId", "amountFen", "paidAt", number from paid
  )
  insert into refund (community_id, household_id, payment_id, amount_fen, route, state, reason, out_refund_no, transaction_id, mchid,
                      wechat_refund_id, asked_by, asked_at, checked_by, checked_at, paid_at, taken_at)
  select 1, 1 + (right("transactionId", 10)::bigint + 1) % ${homes}, right("transactionId", 10)::bigint + 1, "amountFen", 'wechat', 'paid',
         '多缴', "outRefundNo", "transactionId", '${mchid}', "refundId", 'system:bench', "acceptedAt", 'system:bench', "acceptedAt",
         "acceptedAt", "acceptedAt"
    from trade where kind = 'refund'`
