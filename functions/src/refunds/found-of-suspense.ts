import type { SuspenseItemId } from '@anjiao/shared/ids'
import type { Fen } from '@anjiao/shared/money'
import { actorName, type Ctx } from '../platform/context.ts'
import { stateAfter } from './stored-refund.ts'

/** What went back of a transaction of WeChat in its merchant platform, is nobody's payment, and waits for somebody to explain it. */
export async function foundRefundsFen({ tx, community }: Ctx, transactionId: string): Promise<Fen> {
  const { fen } = await tx.one<{ fen: Fen }>`
    select coalesce(sum(amount_fen), 0)::bigint as fen from refund
     where (community_id, transaction_id) = (${community}, ${transactionId}) and state = 'found' and payment_id is null`
  return fen
}

/** They gave back what was held in suspense: no charge opens again, and nothing moves that has not moved. */
export async function endFoundRefunds(
  ctx: Ctx,
  { transactionId, itemId }: { readonly transactionId: string; readonly itemId: SuspenseItemId },
): Promise<void> {
  await ctx.tx.run`
    update refund
       set state = ${stateAfter('found', 'explain')}, suspense_item_id = ${itemId}, checked_by = ${actorName(ctx.actor)},
           checked_at = ${ctx.now}
     where (community_id, transaction_id) = (${ctx.community}, ${transactionId}) and state = 'found' and payment_id is null`
}
