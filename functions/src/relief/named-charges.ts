import type { ChargeId } from '@anjiao/shared/ids'
import type { Ctx } from '../platform/context.ts'
import type { OpenCharge } from './measure-relief.ts'

/** The charges that an application names and the late fees on them, as they stand; what was cancelled is not among them. */
export function chargesNamed({ tx, community }: Ctx, named: readonly ChargeId[]): Promise<OpenCharge[]> {
  return tx.rows<OpenCharge>`
    select c.id, c.amount_fen - c.settled_fen as open_fen, c.due_date,
           (c.origin = 'late_fee' or i.kind = 'past_late_fee') as is_late_fee,
           relief_stands_on(c.community_id, c.id) as is_relieved
      from charge c join fee_item i on (i.community_id, i.id) = (c.community_id, c.fee_item_id)
     where c.community_id = ${community} and (c.id = any(${named}::bigint[]) or c.principal_id = any(${named}::bigint[]))
       and c.cancelled_by is null
     order by c.id`
}

/** The same, locked by id: what they answer stays so. The home must be locked. */
export async function lockNamed(ctx: Ctx, named: readonly ChargeId[]): Promise<OpenCharge[]> {
  await ctx.tx.run`
    select from charge
     where community_id = ${ctx.community} and (id = any(${named}::bigint[]) or principal_id = any(${named}::bigint[]))
     order by id for update`
  return chargesNamed(ctx, named)
}
