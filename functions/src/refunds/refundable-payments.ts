import type { RefundablePayment } from '@anjiao/shared/contract/refunds'
import type { ChargeId, HouseholdId, PaymentId } from '@anjiao/shared/ids'
import type { Ctx } from '../platform/context.ts'
import { freeAdvance, refundables } from './refundable.ts'

/** Payments looked at: what is older than these has gone back long ago, or never. */
const paymentsMost = 20

/** The newest payments of a home, and what of each may still go back. */
export async function refundablePayments(ctx: Ctx, householdId: HouseholdId): Promise<RefundablePayment[]> {
  const payments = await ctx.tx.rows<{ id: PaymentId; receiptNumber: number | null }>`
    select p.id, r.number as receipt_number
      from payment p left join receipt r on (r.community_id, r.payment_id) = (p.community_id, p.id)
     where (p.community_id, p.household_id) = (${ctx.community}, ${householdId})
     order by p.id desc limit ${paymentsMost}`
  const receiptOf = new Map(payments.map(({ id, receiptNumber }) => [id, receiptNumber]))
  const shown: RefundablePayment[] = []
  for (const payment of await refundables(ctx, [...receiptOf.keys()])) {
    const { paymentId, method, externalId, amountFen, reversed, restFen } = payment
    shown.push({
      paymentId,
      method,
      externalId,
      amountFen,
      reversed,
      restFen,
      paidAt: payment.paidAt.toISOString(),
      receiptNumber: receiptOf.get(paymentId) ?? null,
      charges: await named(ctx, payment.charges),
      advanceFen: freeAdvance(payment),
    })
  }
  return shown
}

async function named(
  { tx, community }: Ctx,
  charges: readonly { readonly chargeId: ChargeId; readonly settledFen: number }[],
): Promise<RefundablePayment['charges']> {
  return tx.rows`
    select c.id as charge_id, i.name as fee_item, c.from_date, c.to_date, s.settled_fen
      from unnest(${charges.map(({ chargeId }) => chargeId)}::bigint[], ${charges.map(({ settledFen }) => settledFen)}::bigint[])
             as s (charge_id, settled_fen)
      join charge c on (c.community_id, c.id) = (${community}, s.charge_id)
      join fee_item i on (i.community_id, i.id) = (c.community_id, c.fee_item_id)
     order by c.due_date, c.id`
}
