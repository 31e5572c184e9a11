import type { CommunityId } from '@anjiao/shared/ids'
import { auditBilling } from '../billing/index.ts'
import { auditCounter } from '../counter/index.ts'
import { auditDebits } from '../debit/index.ts'
import { auditDisputes } from '../disputes/index.ts'
import { auditLedger, type Difference } from '../ledger/index.ts'
import { auditPayments } from '../payments/index.ts'
import { auditPlans } from '../plans/index.ts'
import { inCommunity, type World } from '../platform/context.ts'
import { everyCommunity, inEveryCommunity } from '../platform/in-every-community.ts'
import { auditProof } from '../proof/index.ts'
import { auditRefunds } from '../refunds/index.ts'
import { auditRelief } from '../relief/index.ts'
import { auditReminders } from '../reminders/index.ts'
import { auditSetOffs } from '../setoff/index.ts'
import { auditStatements } from '../statements/index.ts'
import { auditSuspense } from '../suspense/index.ts'

const task = 'audit'

export interface CommunityDifference extends Difference {
  readonly community: string
}

/** Recomputes every projection of every community and answers what does not agree. */
export async function findDifferences(world: World): Promise<CommunityDifference[]> {
  const found: CommunityDifference[] = []
  for (const { id, name } of await everyCommunity(world, task)) {
    const differences = await differencesIn(world, id)
    found.push(...differences.map((difference) => ({ community: name, ...difference })))
  }
  return found
}

const differencesIn = (world: World, community: CommunityId): Promise<Difference[]> =>
  inCommunity(world, community, { kind: 'system', task }, async (ctx) => [
    ...(await auditLedger(ctx)),
    ...(await auditBilling(ctx)),
    ...(await auditPayments(ctx)),
    ...(await auditRefunds(ctx)),
    ...(await auditSuspense(ctx)),
    ...(await auditProof(ctx)),
    ...(await auditCounter(ctx)),
    ...(await auditPlans(ctx)),
    ...(await auditRelief(ctx)),
    ...(await auditDisputes(ctx)),
    ...(await auditReminders(ctx)),
    ...(await auditDebits(ctx)),
    ...(await auditStatements(ctx)),
    ...(await auditSetOffs(ctx)),
  ])

/** The nightly audit (对账自查): reports each difference as an error, for the alarm to ring. Answers how many there were. */
export const auditBooks = (world: World): Promise<number> =>
  inEveryCommunity(world, task, async (community) => {
    const differences = await differencesIn(world, community)
    for (const { subject, rule, booksFen, storedFen } of differences) {
      world.log.error('the books do not agree', new Error(`${subject}: ${rule}`), {
        community,
        booksFen,
        storedFen,
      })
    }
    return differences.length
  })
