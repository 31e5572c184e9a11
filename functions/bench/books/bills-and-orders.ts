import type pg from 'pg'
import { continueIdentities, fillHomes, type Homes } from './homes.ts'

export interface BillsAndOrders extends Homes {
  /** Monthly charges of each household that are paid, each by an order of its own. */
  readonly paidMonths: number
  /** Monthly charges of each household that are open. */
  readonly openMonths: number
  /** The month before the first that is charged. */
  readonly since?: string
}

/** The households' waiting orders pick one to this many of their open charges, one more from each to the next. */
export const pickedMax = 5

/**
 * Books as years of bills and payments leave them: every charge posted, paid ones with order, notice, entry and
 * payment, and for each household one prepaid order that waits for its payment. Loaded past the triggers; the audit
 * shows that nothing is wrong with them.
 */
export async function fillBillsAndOrders(client: pg.Client, books: BillsAndOrders): Promise<void> {
  const { communities, paidMonths, openMonths, merchant, since = '2010-01-01' } = books
  const months = paidMonths + openMonths
  await client.query('set session_replication_role = replica')
  await fillHomes(client, books)
  await client.query(bills(communities, paidMonths, months, since))
  if (paidMonths > 0) await client.query(payments(communities, paidMonths, months, merchant))
  await client.query(waitingOrders(paidMonths, months, merchant))
  await client.query('set session_replication_role = origin')
  await continueIdentities(client)
}

const amount = '10000 + (h.id * 7 + m * 13) % 5000'

const bills = (communities: number, paidMonths: number, months: number, since: string) => {
  const firstDay = `(date '${since}' + make_interval(months => m::integer))::date`
  return `
  insert into entry (community_id, id, kind, business_date, source, posted_by) overriding system value
  select c, (m - 1) * ${communities} + c, 'bill', ${firstDay}, 'bill:' || m, 'system:bench'
    from generate_series(1, ${communities}) c, generate_series(1, ${months}) m;
  insert into charge (community_id, id, household_id, room_id, fee_item_id, from_date, to_date, due_date, amount_fen,
                      settled_fen, origin, pricing, entry_id) overriding system value
  select community_id, (h.id - 1) * ${months} + m, h.id, h.id, community_id, ${firstDay},
         (${firstDay} + interval '1 month - 1 day')::date, (${firstDay} + interval '1 month - 1 day')::date, ${amount},
         case when m <= ${paidMonths} then ${amount} else 0 end, 'bill',
         jsonb_build_object('method', 'fixed', 'fixedFen', ${amount}, 'quantityHundredths', 100, 'months', 1), (m - 1) * ${communities} + community_id
    from household h, generate_series(1, ${months}) m;
  insert into posting (community_id, entry_id, account, amount_fen, charge_id)
  select community_id, entry_id, 'receivable', amount_fen, id from charge;
  insert into posting (community_id, entry_id, account, amount_fen, fee_item_id)
  select community_id, entry_id, 'income', -sum(amount_fen), fee_item_id from charge
   group by community_id, entry_id, fee_item_id`
}

/** Order numbers and events are random in life, so that their indexes are written all over. */
const outTradeNo = `'AJ' || (array['', '1', '2', '3', '4', '5', '6', '7', '8', '9'])[1 + community_id / 36]
                    || substr('0123456789abcdefghijklmnopqrstuvwxyz', 1 + community_id % 36, 1)
                    || '-' || left(md5(order_id::text), 20)`

const attemptColumns = `community_id, id, out_trade_no, household_id, payer_id, mchid, appid, openid, amount_fen,
                        description, state, prepay_id, intent_key, created_at, expires_at, next_query_at, paid_at`

const payments = (
  communities: number,
  paidMonths: number,
  months: number,
  { mchid, appid }: Homes['merchant'],
) => `
  create temp table paid on commit drop as
  select community_id, c.id as charge_id, household_id, amount_fen, from_date, m,
         (household_id - 1) * ${paidMonths + 1} + m as order_id,
         ${communities * months} + (household_id - 1) * ${paidMonths} + m as entry_id
    from charge c, lateral (select c.id - (household_id - 1) * ${months} as m) as month where m <= ${paidMonths};
  insert into entry (community_id, id, kind, business_date, source, posted_by) overriding system value
  select community_id, entry_id, 'payment', from_date, 'payment:wechat:41' || order_id, 'system:bench' from paid;
  insert into posting (community_id, entry_id, account, amount_fen, charge_id, place)
  select community_id, entry_id, line.account::account, line.amount_fen, line.charge_id, line.place
    from paid, lateral (values ('wechat', amount_fen, null, '${mchid}'), ('receivable', -amount_fen, paid.charge_id, null))
               as line (account, amount_fen, charge_id, place);
  insert into payment_attempt (${attemptColumns}) overriding system value
  select community_id, order_id, ${outTradeNo}, household_id, household_id, '${mchid}', '${appid}',
         'openid-' || household_id, amount_fen, '物业缴费', 'paid', 'wx' || order_id, 'intent-' || order_id,
         from_date, from_date + interval '30 minutes', null, from_date
    from paid;
  insert into payment_attempt_charge select community_id, order_id, charge_id from paid;
  insert into payment_notice
  select community_id, md5('event' || order_id)::uuid::text, ${outTradeNo}, '41' || order_id, from_date from paid;
  insert into payment (community_id, household_id, attempt_id, method, external_id, amount_fen, paid_at, entry_id)
  select community_id, household_id, order_id, 'wechat', '41' || order_id, amount_fen, from_date, entry_id from paid`

const waitingOrders = (paidMonths: number, months: number, { mchid, appid }: Homes['merchant']) => `
  create temp table picked on commit drop as
  select c.community_id, c.household_id, c.id as charge_id, amount_fen, household_id * ${paidMonths + 1} as order_id
    from charge c, lateral (select c.id - (household_id - 1) * ${months} - ${paidMonths} as turn) as open
   where turn between 1 and 1 + household_id % ${Math.min(pickedMax, months - paidMonths)};
  insert into payment_attempt (${attemptColumns}) overriding system value
  select community_id, order_id, ${outTradeNo}, household_id, household_id, '${mchid}', '${appid}',
         'openid-' || household_id, sum(amount_fen), '物业缴费', 'prepaid', 'wx' || order_id, 'intent-' || order_id,
         '2026-11-23T01:58:00Z', '2026-11-23T02:28:00Z', '2026-11-23T02:01:00Z', null
    from picked group by community_id, household_id, order_id;
  insert into payment_attempt_charge select community_id, order_id, charge_id from picked`
