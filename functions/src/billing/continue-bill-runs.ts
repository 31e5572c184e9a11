import type { CommunityId } from '@anjiao/shared/ids'
import { asSystem, inCommunity, type World } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'
import { unfinishedBillRuns } from './bill-run.ts'
import { continueBillRun } from './continue-bill-run.ts'

const actor = { kind: 'system', task: 'bill-runs' } as const

/**
 * Goes on with every bill run that somebody started and left, until all are finished or the time is up. One that may not
 * go on (its contract was ended) is left as it stands. Answers how many it finished.
 */
export async function continueBillRuns(world: World, deadline: Date): Promise<number> {
  const communities = await asSystem(
    world,
    actor.task,
    ({ tx }) => tx.rows<{ id: CommunityId }>`select id from community order by id`,
  )
  let finished = 0
  for (const { id: communityId } of communities) {
    if (world.clock.now() >= deadline) break
    for (const billRunId of await inCommunity(world, communityId, actor, unfinishedBillRuns)) {
      try {
        const run = await continueBillRun(world, { communityId, billRunId, actor, until: deadline })
        if (run.state === 'finished') finished++
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        world.log.info('bill run stands', { communityId, billRunId, because: error.code })
      }
    }
  }
  return finished
}
