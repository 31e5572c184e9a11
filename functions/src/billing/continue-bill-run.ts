import type { BillRun } from '@anjiao/shared/contract/bill-runs'
import type { BillRunId, CommunityId } from '@anjiao/shared/ids'
import { type Actor, inCommunity, type World } from '../platform/context.ts'
import { brokenConstraint } from '../platform/database.ts'
import type { BillRunState } from '../platform/database-types.ts'
import { billRun } from './bill-run.ts'
import { billSlice } from './bill-slice.ts'

export interface RunToContinue {
  readonly communityId: CommunityId
  readonly billRunId: BillRunId
  readonly actor: Actor
  /** No slice begins after this instant. */
  readonly until: Date
}

/**
 * Goes on with a bill run, slice by slice, each in its own transaction, until it is finished or the time is up; at least
 * one slice. Safe to stop, to call again and to call at once. Refused as `not-found` or `contract-does-not-cover`.
 */
export async function continueBillRun(world: World, run: RunToContinue): Promise<BillRun> {
  let state: BillRunState
  do state = await nextSlice(world, run)
  while (state === 'running' && world.clock.now() < run.until)
  return inCommunity(world, run.communityId, run.actor, (ctx) => billRun(ctx, run.billRunId))
}

const attemptsMax = 3

/** Somebody may charge a room of the slice while it is billed (a roll, a run of another period); seen the second time, it is passed over. */
async function nextSlice(
  world: World,
  { communityId, actor, billRunId }: RunToContinue,
): Promise<BillRunState> {
  for (let made = 1; ; made++) {
    try {
      return await inCommunity(world, communityId, actor, (ctx) => billSlice(ctx, billRunId))
    } catch (error) {
      if (made === attemptsMax || brokenConstraint(error) !== 'charge_periods_never_overlap') throw error
    }
  }
}
