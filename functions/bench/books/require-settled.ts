import { findDifferences } from '../../src/handlers/audit-books.ts'
import type { World } from '../../src/platform/context.ts'
import type { WaitingOrder } from '../harness/merchant.ts'
import { asSuperuser, type BenchDatabase } from '../harness/server.ts'

/** Throws unless every book agrees with itself: a time is worth nothing when a fen is in the wrong place. */
export async function requireCleanBooks(database: BenchDatabase, world: World): Promise<void> {
  // The server would do so by itself in a minute; the audit's plans are bad for tables that it takes to be empty.
  await asSuperuser(database, (client) => client.query('analyze'))
  const differences = await findDifferences(world)
  if (differences.length > 0)
    throw new Error(`the books do not agree: ${JSON.stringify(differences.slice(0, 5))}`)
}

/** Throws unless exactly these orders have become paid, each once and to the fen, and nothing was held back. */
export async function requireSettled(
  database: BenchDatabase,
  world: World,
  paid: readonly WaitingOrder[],
): Promise<void> {
  await requireCleanBooks(database, world)
  const found = await asSuperuser(database, async (client) => {
    const { rows } = await client.query<{ payments: string; fen: string; settled: string; odd: string }>(
      `select count(*) as payments, coalesce(sum(p.amount_fen), 0) as fen,
              (select -sum(g.amount_fen) from posting g join payment q on q.entry_id = g.entry_id
                where g.account = 'receivable' and q.external_id like '4200%') as settled,
              (select count(*) from suspense_item) + (select count(*) from quarantined_notice)
              + (select count(*) from payment_attempt where state = 'paid' and out_trade_no = any($1) is false
                                                        and paid_at > '2026-11-01')
              + abs((select count(*) from job_outbox) - count(*)) as odd
         from payment p join payment_attempt a on a.id = p.attempt_id
        where p.external_id like '4200%' and a.out_trade_no = any($1) and a.state = 'paid'`,
      [paid.map((order) => order.outTradeNo)],
    )
    return rows[0]
  })
  const fen = String(paid.reduce((sum, order) => sum + order.amountFen, 0))
  const wanted = { payments: String(paid.length), fen, settled: fen, odd: '0' }
  if (JSON.stringify(found) !== JSON.stringify(wanted))
    throw new Error(`settled ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`)
}
