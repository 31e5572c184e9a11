import { businessDate } from '@anjiao/shared/calendar'
import type { CommunityId } from '@anjiao/shared/ids'
import { continueBillRun, startBillRun } from '../../src/billing/index.ts'
import { inCommunity } from '../../src/platform/context.ts'
import { timed } from '../harness/alternate.ts'
import { answer } from '../harness/in-process.ts'
import { benchWorld } from '../harness/world.ts'

export interface BilledMonth {
  readonly firstMs: number
  /** The same period once more. */
  readonly againMs: number
  readonly charges: number
  readonly chargesAgain: number
  readonly peakMemoryMb: number
}

export interface BillMonth {
  readonly environment: Record<string, string>
}

/** Bills one month, as the schedule does, in a process of its own, so that its memory can be told apart. */
answer(async ({ environment }: BillMonth): Promise<BilledMonth> => {
  const world = benchWorld(environment, 1)
  const actor = { kind: 'system', task: 'bench' } as const
  const communityId = 1 as CommunityId
  const request = {
    cycle: 'monthly',
    fromDate: businessDate('2026-12-01'),
    dueDate: businessDate('2027-01-31'),
  } as const
  const until = new Date('2999-01-01T00:00:00Z')

  let charges = 0
  const bill = async () => {
    const billRunId = await inCommunity(world, communityId, actor, (ctx) => startBillRun(ctx, request))
    const run = await continueBillRun(world, { communityId, billRunId, actor, until })
    if (run.state !== 'finished') throw new Error('the bill run is not finished')
    charges = run.charges
  }
  const firstMs = await timed(bill)
  const first = charges
  const againMs = await timed(bill)
  await world.database.close()
  const peakMemoryMb = process.resourceUsage().maxRSS / 1_024
  return { firstMs, againMs, charges: first, chargesAgain: charges, peakMemoryMb }
})
