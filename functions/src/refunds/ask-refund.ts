import type { AdvanceReturnId, HouseholdId, PaymentId, PersonId, RefundId } from '@anjiao/shared/ids'
import { lockHome } from '../community/index.ts'
import { logAction } from '../platform/audit-log.ts'
import { actorName, type Ctx } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'
import { approveRefund } from './approve-refund.ts'
import { askedBefore, type RefundIntent } from './asked-before.ts'
import { newOutRefundNo } from './out-refund-no.ts'
import { leftAlone } from './refund-limit.ts'
import { type Refundable, refundableOf, refuseUnrefundable, type Wanted, wantedFen } from './refundable.ts'
import { lockRefundOfHome, type RefundPart, subjectOf } from './stored-refund.ts'
import { refuseInterested } from './who-may-refund.ts'

export type RefundRequest = Wanted & { readonly paymentId: PaymentId; readonly reason: string }

/**
 * Asks that something of a payment goes back. Up to the company's sum (`leftAlone`) one person is enough and it is on its
 * way at once; above, a second one decides. The same key asks once and answers the same. Refused as `own-receipt` to who took the money,
 * as `own-application` to who is linked to the home, as `askedBefore` and as `refuseUnrefundable` say.
 */
export async function askRefund(
  ctx: Ctx,
  asker: PersonId,
  request: RefundRequest,
  intentKey: string,
): Promise<RefundId> {
  const { householdId } = await homeOf(ctx, request.paymentId)
  await lockHome(ctx, householdId)
  const intent = { key: intentKey, asked: JSON.stringify(request) }
  const before = await askedBefore(ctx, intent)
  if (before) return before
  const payment = await refundableOf(ctx, request.paymentId)
  await refuseInterested(ctx, payment, asker)
  refuseUnrefundable(payment, request, ctx.today)

  const amountFen = wantedFen(request)
  const aloneFen = await leftAlone(ctx, householdId)
  const id = await storeRefund(ctx, payment, request, { intent })
  await logAction(ctx, 'refund-asked', subjectOf(id), { amountFen, route: request.route })
  if (amountFen <= aloneFen) await approveRefund(ctx, await lockRefundOfHome(ctx, id))
  return id
}

async function homeOf({ tx, community }: Ctx, paymentId: PaymentId): Promise<{ householdId: HouseholdId }> {
  const home = await tx.maybe<{ householdId: HouseholdId }>`
    select household_id from payment where (community_id, id) = (${community}, ${paymentId})`
  if (!home) throw new Refusal('not-found')
  return home
}

/** Stores a refund that is asked for; of several that give an advance back as one deed, which deed. */
export async function storeRefund(
  ctx: Ctx,
  payment: Refundable,
  request: Wanted & { readonly reason: string },
  { returnId, intent }: { readonly returnId?: AdvanceReturnId; readonly intent?: RefundIntent | undefined },
): Promise<RefundId> {
  const { route, parts, reason } = request
  const ofWechat = route === 'wechat'
  const { id } = await ctx.tx.one<{ id: RefundId }>`
    insert into refund (community_id, household_id, payment_id, amount_fen, route, state, reason, out_refund_no, transaction_id, mchid,
                        asked_by, asked_at, return_id, intent_key, asked)
    values (${ctx.community}, ${payment.householdId}, ${payment.paymentId}, ${wantedFen(request)}, ${route}, 'asked', ${reason.trim()},
            ${newOutRefundNo(ctx.random, ctx.community)}, ${ofWechat ? payment.externalId : null},
            ${ofWechat ? payment.place : null}, ${actorName(ctx.actor)}, ${ctx.now}, ${returnId ?? null}, ${intent?.key ?? null},
            ${intent?.asked ?? null}::jsonb)
    returning id`
  await storeParts(ctx, id, parts)
  return id
}

export async function storeParts(
  { tx, community }: Ctx,
  id: RefundId,
  parts: readonly RefundPart[],
): Promise<void> {
  await tx.run`
    insert into refund_part (community_id, refund_id, charge_id, amount_fen)
    select ${community}, ${id}, part.*
      from unnest(${parts.map(({ chargeId }) => chargeId)}::bigint[], ${parts.map(({ amountFen }) => amountFen)}::bigint[]) as part`
}
