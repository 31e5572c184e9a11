import type { PlantedFault } from '../../src/reconciliation/testing/planted-faults.ts'
import { asSuperuser, type BenchDatabase } from '../harness/server.ts'

const kinds = {
  payment: { 'only-in-books': 'missing_there', 'only-in-bill': 'missing_here', amount: 'amount' },
  refund: {
    'only-in-books': 'refund_missing_there',
    'only-in-bill': 'refund_missing_here',
    amount: 'refund_amount',
  },
} as const

/** Throws unless every planted fault was found, as what it is, and nothing else. */
export async function requireFound(
  database: BenchDatabase,
  lines: number,
  planted: readonly PlantedFault[],
): Promise<void> {
  const expected = planted.map(({ kind, number }) => {
    const of = number.startsWith('50') ? kinds.refund : kinds.payment
    return `${of[kind]} ${number}`
  })
  const { found, taken } = await asSuperuser(database, async (client) => {
    const { rows } = await client.query<{ found: string }>(
      `select kind || ' ' || coalesce(nullif(refund_id, ''), transaction_id) as found from bill_difference order by id`,
    )
    const counted = await client.query<{ taken: string }>('select count(*) as taken from bill_line')
    return { found: rows.map((row) => row.found), taken: Number(counted.rows[0]?.taken) }
  })
  if (taken !== lines) throw new Error(`${taken} lines were taken in, not ${lines}`)
  const missed = expected.filter((each) => !found.includes(each))
  const invented = found.filter((each) => !expected.includes(each))
  if (missed.length + invented.length > 0)
    throw new Error(
      `missed: ${missed.join(', ') || 'none'}; invented: ${invented.slice(0, 40).join(', ') || 'none'}`,
    )
}
