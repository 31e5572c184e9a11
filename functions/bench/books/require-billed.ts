import type { World } from '../../src/platform/context.ts'
import { asSuperuser, type BenchDatabase } from '../harness/server.ts'
import { monthlyFen } from './priced-homes.ts'
import { requireCleanBooks } from './require-settled.ts'

/** Throws unless one month is billed to every home, each of its three fees once and to the fen. */
export async function requireBilled(database: BenchDatabase, world: World): Promise<void> {
  await requireCleanBooks(database, world)
  const { charges, fen, receivable, wanted, homes } = await asSuperuser(database, async (client) => {
    const { rows } = await client.query(`
      select (select count(*) from charge)::integer as charges, (select sum(amount_fen) from charge) as fen,
             (select sum(amount_fen) from posting where account = 'receivable') as receivable,
             (${monthlyFen}) as wanted, (select count(*) from household)::integer as homes`)
    return rows[0]
  })
  if (charges !== homes * 3 || fen !== wanted || receivable !== wanted)
    throw new Error(
      `${homes} homes got ${charges} charges of ${fen} fen, posted ${receivable}, not ${wanted}`,
    )
}
