import type { BillRunId, CommunityId } from '@anjiao/shared/ids'
import { inCommunity, type World } from '../platform/context.ts'
import { inEveryCommunity } from '../platform/in-every-community.ts'
import { Refusal } from '../platform/refusal.ts'
import { unfinishedBillRuns } from './bill-run.ts'
import { continueBillRun } from './continue-bill-run.ts'

const actor = { kind: 'system', task: 'bill-runs' } as const

/**
 * Goes on with every bill run that somebody started and left, until all are finished or the time is up. One that may not
 * go on (its contract was ended) is left as it stands. Answers how many it finished.
 */
export const continueBillRuns = (world: World, deadline: Date): Promise<number> =>
  inEveryCommunity(world, actor.task, async (communityId, attempt) => {
    if (world.clock.now() >= deadline) return 0
    let finished = 0
    for (const billRunId of await inCommunity(world, communityId, actor, unfinishedBillRuns))
      finished += await attempt({ billRunId }, () => goOn(world, communityId, billRunId, deadline))
    return finished
  })

/** Answers 1 when that finished it. */
async function goOn(
  world: World,
  communityId: CommunityId,
  billRunId: BillRunId,
  until: Date,
): Promise<number> {
  try {
    const run = await continueBillRun(world, { communityId, billRunId, actor, until })
    return run.state === 'finished' ? 1 : 0
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    world.log.info('bill run stands', { communityId, billRunId, because: error.code })
    return 0
  }
}
