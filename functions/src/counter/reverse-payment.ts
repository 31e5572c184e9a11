import type { CounterPayment } from '@anjiao/shared/contract/counter'
import type { EntryId, HouseholdId, MoneyPlaceId, PaymentId } from '@anjiao/shared/ids'
import { lockHome } from '../community/index.ts'
import { reverse } from '../ledger/index.ts'
import { logAction } from '../platform/audit-log.ts'
import type { Ctx } from '../platform/context.ts'
import { addJob } from '../platform/jobs.ts'
import { Refusal } from '../platform/refusal.ts'
import { paymentOf } from './counter-payments.ts'
import { lockTill } from './lock-till.ts'
import { type TakenReceipt, whyNotReverse } from './why-not-reverse.ts'

interface Found {
  readonly householdId: HouseholdId
  readonly entryId: EntryId
  /** The till that it went into, if it is cash. */
  readonly tillId: MoneyPlaceId | null
}

/**
 * 冲销收款. Takes back what was booked to the wrong home or with the wrong amount: its charges are open again, its receipt number
 * is used and void. The money is where it was, to be booked anew. Refused as `not-found`, `own-receipt`,
 * `reverse-by-finance`, `not-allowed`, and as the ledger's `reverse` is: `already-reversed`, `cannot-reverse`.
 */
export async function reversePayment(
  ctx: Ctx,
  paymentId: PaymentId,
  reason: string,
): Promise<CounterPayment> {
  const { householdId, entryId, tillId } = await find(ctx, paymentId)
  await lockHome(ctx, householdId)
  if (tillId !== null) await lockTill(ctx, tillId)
  const refusal = whyNotReverse(ctx, await receiptOf(ctx, paymentId))
  if (refusal) throw new Refusal(refusal)
  await reverse(ctx, entryId, reason.trim())
  await addJob(ctx, 'home-settled', { communityId: ctx.community, householdId })
  await logAction(ctx, 'payment-reversed', `payment ${paymentId}`, { reason: reason.trim() })
  return paymentOf(ctx, paymentId)
}

async function find({ tx, community }: Ctx, paymentId: PaymentId): Promise<Found> {
  const found = await tx.maybe<Found>`
    select p.household_id, p.entry_id, case when c.session_id is not null then c.place_id end as till_id
      from counter_payment c join payment p on (p.community_id, p.id) = (c.community_id, c.payment_id)
     where (c.community_id, c.payment_id) = (${community}, ${paymentId})`
  if (!found) throw new Refusal('not-found')
  return found
}

/** Asked once the till is locked: it is not counted meanwhile. */
const receiptOf = ({ tx, community }: Ctx, paymentId: PaymentId) =>
  tx.one<TakenReceipt>`
    select c.taken_by as taken_by_id, q.settled_by as cleared_by_id, c.taken_on,
           c.session_id is null or s.counted_at is null as till_open
      from counter_payment c
      left join till_session s on (s.community_id, s.id) = (c.community_id, c.session_id)
      left join cheque q on (q.community_id, q.payment_id) = (c.community_id, c.payment_id)
     where (c.community_id, c.payment_id) = (${community}, ${paymentId})`
