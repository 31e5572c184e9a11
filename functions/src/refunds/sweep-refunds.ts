import type { CommunityId, RefundId } from '@anjiao/shared/ids'
import { inCommunity, type World } from '../platform/context.ts'
import { inEveryCommunity } from '../platform/in-every-community.ts'
import { sendRefund } from './send-refund.ts'

const task = 'refund-sweep'

/** Of one community at one call: WeChat's own limit for merchants whose refunds fail is six a second. */
const roundMax = 50

/**
 * Asks WeChat about every refund that is due to be brought on (lost answers, lost notices), until the deadline has come. Answers
 * how many it asked about. One that fails does not stop the others.
 */
export const sweepRefunds = (world: World, deadline: Date): Promise<number> =>
  inEveryCommunity(world, task, async (community, attempt) => {
    let asked = 0
    for (const { id } of await dueIn(world, community)) {
      if (world.clock.now() >= deadline) break
      asked += await attempt({ refundId: id }, async () => {
        await sendRefund(world, community, id)
        return 1
      })
    }
    return asked
  })

const dueIn = (world: World, community: CommunityId): Promise<{ id: RefundId }[]> =>
  inCommunity(
    world,
    community,
    { kind: 'system', task },
    ({ tx, now }) => tx.rows<{ id: RefundId }>`
      select id from refund where community_id = ${community} and next_try_at <= ${now}
       order by next_try_at, id limit ${roundMax}`,
  )
