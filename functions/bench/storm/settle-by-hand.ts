import type pg from 'pg'
import type { BarePayment } from '../crypto/bare.ts'

/**
 * Settles a payment with the same durable work and not a line more: the notice once, the attempt, the household and its
 * charges locked in the order everyone locks in, oldest due first, entry and postings, payment, receipt job. Trusts
 * what it is told: compares no merchant and no amount, knows no closed order.
 */
export async function settleByHand(client: pg.ClientBase, mchid: string, paid: BarePayment): Promise<void> {
  const { eventId, outTradeNo, transactionId, totalFen } = paid
  const community = Number.parseInt(outTradeNo.slice(2, outTradeNo.indexOf('-')), 36)
  await client.query(`begin; select set_config('app.community', '${community}', true)`)
  const attempt = await client.query({
    name: 'attempt',
    text: `with recorded as (
             insert into payment_notice (community_id, event_id, out_trade_no, transaction_id, received_at)
             values ($1, $2, $3, $4, now()) on conflict do nothing returning event_id)
           select id, household_id,
                  array(select charge_id from payment_attempt_charge where (community_id, attempt_id) = ($1, id)) as picked
             from payment_attempt where community_id = $1 and out_trade_no = $3 and exists (select from recorded) for update`,
    values: [community, eventId, outTradeNo, transactionId],
  })
  const [found] = attempt.rows
  if (found) {
    const { rows: open } = await client.query({
      name: 'charges',
      text: `with home as (select id from household where (community_id, id) = ($1, $2) for update)
             select charge.id, amount_fen - settled_fen as open_fen from home join charge on household_id = home.id
              where charge.community_id = $1 and settled_fen < amount_fen and charge.id = any($3)
              order by due_date, charge.id for update of charge`,
      values: [community, found.household_id, found.picked],
    })
    let rest = totalFen
    const parts = open.map((charge) => {
      const part = Math.min(rest, Number(charge.open_fen))
      rest -= part
      return -part
    })
    if (rest > 0) throw new Error('the hand-written program knows no advance')
    await client.query({
      name: 'book',
      text: `with written as (
               insert into entry (community_id, kind, business_date, source, posted_by)
               values ($1, 'payment', date '2026-11-23', 'payment:wechat:' || $2, 'system:by-hand') returning id
             ), posted as (
               insert into posting (community_id, entry_id, account, amount_fen, charge_id, place)
               select $1::integer, id, 'wechat'::account, $3::bigint, null::bigint, $4 from written
               union all
               select $1, id, 'receivable', part, charge, null from written, unnest($5::bigint[], $6::bigint[]) as to_charge (charge, part)
             ), paid as (
               update payment_attempt set state = 'paid', paid_at = now(), next_query_at = null where (community_id, id) = ($1, $7)
             ), payment as (
               insert into payment (community_id, household_id, attempt_id, method, external_id, amount_fen, paid_at, entry_id)
               select $1, $8, $7, 'wechat', $2, $3, now(), id from written returning id
             )
             insert into job_outbox (queue, payload, start_at)
             select 'payment-receipt', json_build_object('communityId', $1::integer, 'paymentId', id), now() from payment`,
      values: [
        community,
        transactionId,
        totalFen,
        mchid,
        open.map((charge) => charge.id),
        parts,
        found.id,
        found.household_id,
      ],
    })
  }
  await client.query('commit')
}
