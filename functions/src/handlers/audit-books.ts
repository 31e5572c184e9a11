import type { CommunityId } from '@anjiao/shared/ids'
import { auditBilling } from '../billing/index.ts'
import { auditDisputes } from '../disputes/index.ts'
import { auditLedger, type Difference } from '../ledger/index.ts'
import { auditPayments } from '../payments/index.ts'
import { auditPlans } from '../plans/index.ts'
import { asSystem, inCommunity, type World } from '../platform/context.ts'
import { auditRelief } from '../relief/index.ts'

const task = 'audit'

export interface CommunityDifference extends Difference {
  readonly community: string
}

/** Recomputes every projection of every community and answers what does not agree. */
export async function findDifferences(world: World): Promise<CommunityDifference[]> {
  const communities = await asSystem(
    world,
    task,
    ({ tx }) => tx.rows<{ id: CommunityId; name: string }>`select id, name from community order by id`,
  )
  const found: CommunityDifference[] = []
  for (const { id, name } of communities) {
    const differences = await inCommunity(world, id, { kind: 'system', task }, async (ctx) => [
      ...(await auditLedger(ctx)),
      ...(await auditBilling(ctx)),
      ...(await auditPayments(ctx)),
      ...(await auditPlans(ctx)),
      ...(await auditRelief(ctx)),
      ...(await auditDisputes(ctx)),
    ])
    found.push(...differences.map((difference) => ({ community: name, ...difference })))
  }
  return found
}

/** The nightly audit (对账自查): reports each difference as an error, for the alarm to ring. Answers how many there were. */
export async function auditBooks(world: World): Promise<number> {
  const differences = await findDifferences(world)
  for (const { community, subject, rule, booksFen, storedFen } of differences) {
    world.log.error('the books do not agree', new Error(`${subject}: ${rule}`), {
      community,
      booksFen,
      storedFen,
    })
  }
  return differences.length
}
