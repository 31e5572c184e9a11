import type { PaymentId } from '@anjiao/shared/ids'
import type { Ctx, Settings } from '../../platform/context.ts'
import { addJob } from '../../platform/jobs.ts'
import { randomToken } from '../../platform/random.ts'
import { capitalYuan } from './capital-yuan.ts'
import { bookedPayment, type ReceiptContent } from './receipt-content.ts'

/** 128 bits: nobody finds a receipt by trying. */
const codeBytes = 16

/**
 * Gives a payment the next receipt number of its community (收据号), without gaps and once, and keeps what the receipt says
 * as it is now: a repeat changes nothing. It follows the payment's commit as a job, because a number shared by all payers
 * would make them wait for one another.
 */
export async function issueReceipt(
  ctx: Ctx,
  { publicUrl }: Pick<Settings, 'publicUrl'>,
  paymentId: PaymentId,
): Promise<void> {
  await ctx.tx.run`select pg_advisory_xact_lock(hashtext('receipt'), ${ctx.community})`
  const number = await takeNumber(ctx, paymentId)
  const booked = await bookedPayment(ctx, paymentId)
  if (number === undefined || !booked) return
  const code = `${ctx.community}-${randomToken(ctx.random, codeBytes)}`
  const content: ReceiptContent = {
    ...booked,
    number,
    issuedAt: ctx.now.toISOString(),
    paidAt: booked.paidAt.toISOString(),
    amountCapitals: capitalYuan(booked.amountFen),
    verifyUrl: `${publicUrl}/v1/receipts/${code}`,
  }
  await keep(ctx, paymentId, code, JSON.stringify(content))
  await addJob(ctx, 'receipt-pdf', { communityId: ctx.community, paymentId })
}

/** The number that its receipt takes, or has taken without being kept. Undefined when it is kept, or there is no such payment. */
async function takeNumber({ tx, community, now }: Ctx, paymentId: PaymentId): Promise<number | undefined> {
  const taken = await tx.maybe<{ number: number }>`
    with taken as (
      insert into receipt (community_id, payment_id, number, issued_at)
      select p.community_id, p.id,
             (select coalesce(max(number), 0) + 1 from receipt where community_id = ${community}), ${now}
        from payment p where (p.community_id, p.id) = (${community}, ${paymentId})
      on conflict (community_id, payment_id) do nothing
      returning number
    )
    select number from taken
    union all
    select number from receipt r
     where (community_id, payment_id) = (${community}, ${paymentId})
       and not exists (select from receipt_document d where (d.community_id, d.payment_id) = (r.community_id, r.payment_id))`
  return taken?.number
}

async function keep(
  { tx, community }: Ctx,
  paymentId: PaymentId,
  code: string,
  content: string,
): Promise<void> {
  await tx.run`
    insert into receipt_document (community_id, payment_id, code, content, content_sha256)
    values (${community}, ${paymentId}, ${code}, ${content}, sha256(convert_to(${content}, 'UTF8')))`
}
