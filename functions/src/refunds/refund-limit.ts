import { type Fen, zeroFen } from '@anjiao/shared/money'
import { logAction } from '../platform/audit-log.ts'
import type { Ctx } from '../platform/context.ts'

/** Up to which sum one person is enough for a refund; 0 until the company sets one: it takes two. */
export async function refundLimit({ tx, community }: Ctx): Promise<Fen> {
  const set = await tx.maybe<{ aloneUpToFen: Fen }>`
    select alone_up_to_fen from refund_limit where community_id = ${community}`
  return set?.aloneUpToFen ?? zeroFen
}

export async function setRefundLimit(ctx: Ctx, aloneUpToFen: Fen): Promise<void> {
  await ctx.tx.run`
    insert into refund_limit (community_id, alone_up_to_fen) values (${ctx.community}, ${aloneUpToFen})
    on conflict (community_id) do update set alone_up_to_fen = excluded.alone_up_to_fen`
  await logAction(ctx, 'refund-limit-set', 'refund limit', { aloneUpToFen })
}
