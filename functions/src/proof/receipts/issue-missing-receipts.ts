import { addDays, startOfDay } from '@anjiao/shared/calendar'
import type { PaymentId } from '@anjiao/shared/ids'
import { inCommunity, type World } from '../../platform/context.ts'
import { inEveryCommunity } from '../../platform/in-every-community.ts'
import { issueReceipt } from './issue-receipt.ts'

const task = 'missing-receipts'
/** More than a day's payments; the rest has its turn the next night. */
const receiptsMost = 2_000

/**
 * Issues the receipts of payments whose job came to nothing, and keeps what those say that were numbered before receipts were
 * documents. Payments of yesterday and today may still wait for their job. Answers how many.
 */
export const issueMissingReceipts = (world: World, deadline: Date): Promise<number> =>
  inEveryCommunity(world, task, async (community) => {
    const actor = { kind: 'system', task } as const
    const missing = await inCommunity(
      world,
      community,
      actor,
      ({ tx, today }) => tx.rows<{ id: PaymentId }>`
        select id from payment p
         where community_id = ${community} and paid_at < ${startOfDay(addDays(today, -1))}
           and not exists (select from receipt_document d where (d.community_id, d.payment_id) = (p.community_id, p.id))
         order by id limit ${receiptsMost}`,
    )
    let issued = 0
    for (const { id } of missing) {
      if (world.clock.now() >= deadline) break
      await inCommunity(world, community, actor, (ctx) => issueReceipt(ctx, world.settings, id))
      issued++
    }
    return issued
  })
