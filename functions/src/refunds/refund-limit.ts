import type { HouseholdId } from '@anjiao/shared/ids'
import { type Fen, maxFen, subtractFen, zeroFen } from '@anjiao/shared/money'
import { refundCounts } from '@anjiao/shared/refund-life'
import { logAction } from '../platform/audit-log.ts'
import type { Ctx } from '../platform/context.ts'

/** Up to which sum one person is enough for a refund; 0 until the company sets one: it takes two. */
export async function refundLimit({ tx, community }: Ctx): Promise<Fen> {
  const set = await tx.maybe<{ aloneUpToFen: Fen }>`
    select alone_up_to_fen from refund_limit where community_id = ${community}`
  return set?.aloneUpToFen ?? zeroFen
}

/**
 * How much one person may still give back alone to a home, in fen: the company's sum, less all that went back to it in the last
 * year on one person's word. A sum that takes two is not got round in parts. The home must be locked for the answer to hold.
 */
export async function leftAlone(ctx: Ctx, householdId: HouseholdId): Promise<Fen> {
  const { aloneFen } = await ctx.tx.one<{ aloneFen: Fen }>`
    select coalesce(sum(amount_fen), 0)::bigint as alone_fen from refund
     where (community_id, household_id) = (${ctx.community}, ${householdId}) and checked_by = asked_by
       and state = any(${refundCounts}::refund_state[]) and asked_at > ${ctx.now}::timestamptz - interval '1 year'`
  return maxFen(zeroFen, subtractFen(await refundLimit(ctx), aloneFen))
}

export async function setRefundLimit(ctx: Ctx, aloneUpToFen: Fen): Promise<void> {
  await ctx.tx.run`
    insert into refund_limit (community_id, alone_up_to_fen) values (${ctx.community}, ${aloneUpToFen})
    on conflict (community_id) do update set alone_up_to_fen = excluded.alone_up_to_fen`
  await logAction(ctx, 'refund-limit-set', 'refund limit', { aloneUpToFen })
}
