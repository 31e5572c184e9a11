import type { ReturnSource } from '@anjiao/shared/advance-return'
import { addDays, businessDateAt } from '@anjiao/shared/calendar'
import type { HouseholdId, PaymentId } from '@anjiao/shared/ids'
import { type Fen, maxFen, subtractFen, sumFen, zeroFen } from '@anjiao/shared/money'
import { refundCounts, wechatRefundDays, wechatRefundsMost } from '@anjiao/shared/refund-life'
import type { Ctx } from '../../platform/context.ts'
import { freeAdvance, type Refundable, refundableOf } from '../refundable.ts'

/** More payments of which something lies in an advance no home has; what is older is given back one by one. */
const sourcesMost = 50

export type PaidAhead = ReturnSource & { readonly payment: Refundable }

/** What of a home's advance nobody has asked for, in fen. The home must be locked for the answer to hold. */
export async function freeAdvanceOf({ tx, community }: Ctx, householdId: HouseholdId): Promise<Fen> {
  const advance = await tx.one<Pick<Refundable, 'advanceFen' | 'spokenForFen'>>`
    select advance_fen, asked_of_advance(community_id, id, null) as spoken_for_fen
      from household where (community_id, id) = (${community}, ${householdId})`
  return freeAdvance(advance)
}

/** Payments of which something went to the advance and may go back, the newest first. */
export async function returnSources(ctx: Ctx, householdId: HouseholdId): Promise<PaidAhead[]> {
  const candidates = await ctx.tx.rows<{ id: PaymentId }>`
    select p.id
      from payment p,
           lateral (select coalesce(-sum(g.amount_fen), 0) as fen
                      from posting g join charge c on (c.community_id, c.id) = (g.community_id, g.charge_id)
                     where (g.community_id, g.entry_id, g.account) = (p.community_id, p.entry_id, 'receivable')
                       and c.cancelled_by is null) settled,
           lateral (select coalesce(sum(r.amount_fen) filter (where r.route <> 'advance'), 0) as gone_fen,
                           coalesce(sum((select sum(x.amount_fen) from refund_part x
                                          where (x.community_id, x.refund_id) = (r.community_id, r.id))), 0) as opened_fen
                      from refund r
                     where (r.community_id, r.payment_id) = (p.community_id, p.id)
                       and r.state = any(${refundCounts}::refund_state[])) back
     where (p.community_id, p.household_id) = (${ctx.community}, ${householdId})
       and p.amount_fen - back.gone_fen > settled.fen - back.opened_fen
     order by p.id desc limit ${sourcesMost}`
  const sources: PaidAhead[] = []
  for (const { id } of candidates) {
    const source = sourceOf(ctx, await refundableOf(ctx, id))
    if (source.mostFen > 0) sources.push(source)
  }
  return sources
}

function sourceOf({ today }: Ctx, payment: Refundable): PaidAhead {
  const { paymentId, method, paidAt, refunds, restFen, charges, reversed } = payment
  const settledFen = sumFen(charges.map((charge) => charge.settledFen))
  return {
    payment,
    paymentId,
    mostFen: reversed ? zeroFen : maxFen(zeroFen, subtractFen(restFen, settledFen)),
    byWechat:
      method === 'wechat' &&
      refunds < wechatRefundsMost &&
      addDays(businessDateAt(paidAt), wechatRefundDays) >= today,
  }
}
