import type { ChargeId, DisputeId, HouseholdId } from '@anjiao/shared/ids'
import type { Fen } from '@anjiao/shared/money'
import { daysHeld, type HeldDays, type HoldSubject, keepHolds } from '../billing/index.ts'
import type { Ctx } from '../platform/context.ts'

export interface Disputed {
  readonly id: DisputeId
  readonly householdId: HouseholdId
  readonly chargeId: ChargeId
}

/** Holds what an open dispute is about, from the day it was asked on and until further notice. */
export async function holdDisputed(ctx: Ctx, dispute: Omit<Disputed, 'chargeId'>): Promise<void> {
  await keepHolds(ctx, subject(dispute), await heldByOpen(ctx, dispute.id))
}

/**
 * Lets go, at the end of today, of what a dispute held that is over. A late fee whose charge is disputed as well stays
 * held, for that dispute.
 */
export async function releaseDisputed(ctx: Ctx, dispute: Disputed): Promise<void> {
  const held = await daysHeld(ctx, subject(dispute))
  await keepHolds(
    ctx,
    subject(dispute),
    held.map((day) => ({ ...day, to: ctx.today })),
  )
  const above = await ctx.tx.maybe<Omit<Disputed, 'chargeId'>>`
    select d.id, d.household_id
      from charge c join dispute d on (d.community_id, d.charge_id, d.state) = (c.community_id, c.principal_id, 'open')
     where (c.community_id, c.id) = (${ctx.community}, ${dispute.chargeId})`
  if (above) await holdDisputed(ctx, above)
}

const subject = ({ id, householdId }: Omit<Disputed, 'chargeId'>): HoldSubject => ({
  matter: 'dispute',
  subjectId: id,
  householdId,
})

export interface HeldByOpen extends HeldDays {
  readonly disputeId: DisputeId
  readonly amountFen: Fen
}

/**
 * What open disputes hold (one, or all of the community): the charge each is about, and every late fee on it but one that
 * is disputed by itself.
 */
export function heldByOpen({ tx, community }: Ctx, disputeId: DisputeId | null): Promise<HeldByOpen[]> {
  return tx.rows<HeldByOpen>`
    select d.id as dispute_id, c.id as charge_id, c.amount_fen, false as granted, null::date as "to",
           case when c.id = d.charge_id then d.asked_on else greatest(d.asked_on, c.due_date) end as "from"
      from dispute d
      join charge c on c.community_id = d.community_id and (c.id = d.charge_id or c.principal_id = d.charge_id)
     where d.community_id = ${community} and d.state = 'open' and (${disputeId}::bigint is null or d.id = ${disputeId})
       and (c.id = d.charge_id
            or not exists (select from dispute own
                            where (own.community_id, own.charge_id, own.state) = (c.community_id, c.id, 'open')))
     order by d.id, c.id`
}
