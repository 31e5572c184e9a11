import { createReadStream } from 'node:fs'
import type { World } from '../../src/platform/context.ts'
import { checkedBytes } from '../../src/platform/wechat-pay/checked-bytes.ts'
import { reconcile } from '../../src/reconciliation/index.ts'
import { timed } from '../harness/alternate.ts'
import { answer } from '../harness/in-process.ts'
import { benchWorld } from '../harness/world.ts'

export interface BillDay {
  readonly environment: Record<string, string>
  readonly packed: string
  readonly sha1: string
}

export interface ReconciledDay {
  readonly ms: number
  readonly peakMemoryMb: number
}

/** The morning after: bills of the day are made from nine o'clock on. */
const morning = new Date('2026-11-24T10:15:00+08:00')
const never = new Date('2999-01-01T00:00:00Z')

/** Reconciles a day, as the schedule does, in a process of its own. Only the network is left out: the bill comes from the disk, and WeChat answers no query. */
answer(async ({ environment, packed, sha1 }: BillDay): Promise<ReconciledDay> => {
  const world = benchWorld(environment, 2)
  const atHand: World = {
    ...world,
    clock: { now: () => morning },
    wechatPay: (mchid) => ({
      ...world.wechatPay(mchid),
      fetchBill: ({ kind }) =>
        Promise.resolve(
          kind === 'trade'
            ? { kind: 'ready', bytes: checkedBytes(createReadStream(packed), sha1) }
            : { kind: 'no-statement' },
        ),
    }),
  }
  const ms = await timed(async () => {
    const days = await reconcile(atHand, never)
    if (days !== 1) throw new Error(`${days} days were compared, not one`)
  })
  await world.database.close()
  return { ms, peakMemoryMb: process.resourceUsage().maxRSS / 1_024 }
})
