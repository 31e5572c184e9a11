import type { ReturnSource } from '@anjiao/shared/advance-return'
import type { HouseholdId, PaymentId } from '@anjiao/shared/ids'
import { type Fen, maxFen, subtractFen, sumFen, zeroFen } from '@anjiao/shared/money'
import { isTooOldForWechat, wechatRefundsMost } from '@anjiao/shared/refund-life'
import type { Ctx } from '../../platform/context.ts'
import { freeAdvance, type Refundable, refundables } from '../refundable.ts'

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
  const payments = await ctx.tx.rows<{ id: PaymentId }>`
    select id from payment where (community_id, household_id) = (${ctx.community}, ${householdId})`
  const refundable = await refundables(
    ctx,
    payments.map(({ id }) => id),
  )
  return refundable
    .map((payment) => sourceOf(ctx, payment))
    .filter(({ mostFen }) => mostFen > 0)
    .slice(0, sourcesMost)
}

function sourceOf({ today }: Ctx, payment: Refundable): PaidAhead {
  const { paymentId, method, paidAt, refunds, restFen, charges, reversed } = payment
  const settledFen = sumFen(charges.map((charge) => charge.settledFen))
  return {
    payment,
    paymentId,
    mostFen: reversed ? zeroFen : maxFen(zeroFen, subtractFen(restFen, settledFen)),
    byWechat: method === 'wechat' && refunds < wechatRefundsMost && !isTooOldForWechat(paidAt, today),
  }
}
