import { tradeColumns } from '../../src/reconciliation/testing/written-bill.ts'
import { asSuperuser, type BenchDatabase } from '../harness/server.ts'

const field = (name: string) => `ltrim("${name}", '\`')`
const fenOf = (name: string) => `(${field(name)}::numeric * 100)::bigint`
const nonZero = (name: string) => `nullif(${field(name)}, '0')`

const lines = `
  insert into bill_line (community_id, bill_id, line, kind, transaction_id, out_trade_no, refund_id, out_refund_no, refund_status, amount_fen,
                         fee_milli_fen, at)
  select 1, 1, row_number() over (), case ${field('交易状态')} when 'SUCCESS' then 'paid' else 'refund' end::bill_line_kind,
         ${field('微信订单号')}, ${field('商户订单号')}, ${nonZero('微信退款单号')}, ${nonZero('商户退款单号')},
         case ${field('退款状态')} when 'SUCCESS' then 'success' end,
         case ${field('交易状态')} when 'SUCCESS' then ${fenOf('订单金额')} else ${fenOf('申请退款金额')} end,
         (${field('手续费')}::numeric * 100000)::bigint, (${field('交易时间')} || '+08')::timestamptz
    from raw_bill`

const payments = `
  insert into bill_difference (community_id, mchid, day, kind, transaction_id, out_trade_no, ours_fen, theirs_fen, found_at)
  select 1, $1, '2026-11-23', case when p.id is null then 'missing_here' when l.line is null then 'missing_there' else 'amount' end::difference_kind,
         coalesce(l.transaction_id, p.external_id), coalesce(l.out_trade_no, ''), p.amount_fen, l.amount_fen, now()
    from (select * from bill_line where community_id = 1 and kind = 'paid') l
    full join (select * from payment where community_id = 1 and method = 'wechat'
                  and paid_at >= '2026-11-23T00:00+08' and paid_at < '2026-11-24T00:00+08') p on p.external_id = l.transaction_id
   where p.amount_fen is distinct from l.amount_fen`

const refunds = `
  insert into bill_difference (community_id, mchid, day, kind, transaction_id, out_trade_no, refund_id, ours_fen, theirs_fen, found_at)
  select 1, $1, '2026-11-23',
         case when r.id is null then 'refund_missing_here' when l.line is null then 'refund_missing_there' else 'refund_amount' end::difference_kind,
         coalesce(l.transaction_id, r.transaction_id), coalesce(l.out_trade_no, ''), coalesce(l.refund_id, r.wechat_refund_id), r.amount_fen, l.amount_fen, now()
    from (select * from bill_line where community_id = 1 and kind = 'refund') l
    full join (select * from refund where community_id = 1 and route = 'wechat'
                  and taken_at >= '2026-11-23T00:00+08' and taken_at < '2026-11-24T00:00+08') r on r.out_refund_no = l.out_refund_no
   where r.amount_fen is distinct from l.amount_fen`

/** The floor: COPY of the file, INSERT … SELECT of the same rows with the same role and walls, and two FULL JOINs. */
export const reconcileByHand = (database: BenchDatabase, mchid: string, plainFile: string): Promise<void> =>
  asSuperuser(database, async (client) => {
    const columns = tradeColumns.ALL.map((name) => `"${name}" text`).join(', ')
    await client.query(`create unlogged table raw_bill (${columns}); grant select on raw_bill to anjiao_app`)
    await client.query(`copy raw_bill from '${plainFile}' (format csv, header)`)
    await client.query(`set role anjiao_app; select set_config('app.community', '1', false)`)
    await client.query('begin')
    await client.query(
      `insert into bill (mchid, day, kind, state, begun_at, taken_at) values ($1, '2026-11-23', 'trade', 'taken', now(), now())`,
      [mchid],
    )
    await client.query(lines)
    await client.query(payments, [mchid])
    await client.query(refunds, [mchid])
    await client.query('commit')
  })
