import type { PaymentId } from '@anjiao/shared/ids'
import type { Ctx } from '../platform/context.ts'

/**
 * Gives a payment the next receipt number of its community (收据号), without gaps and once: a repeat changes nothing.
 * It follows the payment's commit as a job, because a number shared by all payers would make them wait for one another.
 */
export async function issueReceipt(ctx: Ctx, paymentId: PaymentId): Promise<void> {
  await ctx.tx.run`select pg_advisory_xact_lock(hashtext('receipt'), ${ctx.community})`
  await ctx.tx.run`
    insert into receipt (community_id, payment_id, number, issued_at)
    select p.community_id, p.id,
           (select coalesce(max(number), 0) + 1 from receipt where community_id = ${ctx.community}), ${ctx.now}
      from payment p where (p.community_id, p.id) = (${ctx.community}, ${paymentId})
    on conflict (community_id, payment_id) do nothing`
}
