import type { World } from '../../src/platform/context.ts'
import { asSuperuser, type BenchDatabase } from '../harness/server.ts'
import { instalmentMinFen } from './arrears.ts'
import { requireCleanBooks } from './require-settled.ts'

/**
 * Throws unless every home was offered one plan of twelve over all it owes: instalments that sum to the debt to the fen,
 * one a month from 5 December, the first ones a fen larger where the debt leaves a remainder, none below the smallest.
 */
export async function requirePlanned(database: BenchDatabase, world: World): Promise<void> {
  await requireCleanBooks(database, world)
  const [found] = await asSuperuser(database, async (client) => {
    const { rows } = await client.query<{
      homes: string
      plans: string
      owed: string
      planned: string
      wrong: string
    }>(`
      select (select count(*) from household) as homes, count(*) as plans,
             (select sum(amount_fen - settled_fen) from charge) as owed, sum(debt_fen) as planned,
             count(*) filter (where parts <> 12 or fen <> debt_fen or least_fen < ${instalmentMinFen} or not as_split
                                    or charges_fen <> debt_fen) as wrong
        from plan
       cross join lateral (
         select count(*) as parts, sum(amount_fen) as fen, min(amount_fen) as least_fen,
                bool_and(amount_fen = (debt_fen - no + 12) / 12
                         and due_date = date '2026-12-05' + make_interval(months => no - 1)) as as_split
           from instalment i where (i.community_id, i.plan_id) = (plan.community_id, plan.id)) as its
       cross join lateral (
         select sum(amount_fen) as charges_fen
           from plan_charge g where (g.community_id, g.plan_id) = (plan.community_id, plan.id)) as over_charges`)
    return rows
  })
  if (found?.homes !== found?.plans || found?.owed !== found?.planned || found?.wrong !== '0')
    throw new Error(`the plans are not what they should be: ${JSON.stringify(found)}`)
}
