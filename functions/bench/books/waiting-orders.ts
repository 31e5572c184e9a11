import type { WaitingOrder } from '../harness/merchant.ts'
import { asSuperuser, type BenchDatabase } from '../harness/server.ts'

/** Orders that wait to be paid, the households taken as they lie, community after community. */
export function waitingOrdersOf(database: BenchDatabase, count: number): Promise<WaitingOrder[]> {
  return asSuperuser(database, async (client) => {
    const { rows } = await client.query<{ out_trade_no: string; amount_fen: string; openid: string }>(
      `select out_trade_no, amount_fen, openid from payment_attempt where state = 'prepaid' order by id limit $1`,
      [count],
    )
    if (rows.length < count) throw new Error(`only ${rows.length} orders wait, not ${count}`)
    return rows.map((row) => ({
      outTradeNo: row.out_trade_no,
      amountFen: Number(row.amount_fen),
      openid: row.openid,
    }))
  })
}
