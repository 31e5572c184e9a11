import type { ChargeId, PaymentAttemptId } from '@anjiao/shared/ids'
import type { Ctx } from '../platform/context.ts'
import type { PaymentAttemptRow, SuspenseReason } from '../platform/database-types.ts'
import { addJob } from '../platform/jobs.ts'
import { bookPayment } from './book-payment.ts'
import { holdInSuspense } from './hold-in-suspense.ts'
import type { PaidFact } from './paid-fact.ts'
import { type Alien, quarantine } from './quarantine.ts'

/** What became of a paid fact. All of these are kept: each is a commit, and a reason to acknowledge the notice. */
export type Settlement =
  | { readonly kind: 'settled' | 'already' }
  | { readonly kind: 'held'; readonly reason: SuspenseReason }
  | { readonly kind: 'quarantined'; readonly reason: Alien }

type Attempt = Pick<PaymentAttemptRow, 'id' | 'householdId' | 'amountFen' | 'state'> & {
  readonly picked: readonly ChargeId[]
}

/**
 * Books one fact of WeChat, once. Called by the notice, by the active query and
 * by reconciliation alike; a repeat answers `already`, and so do all but one of any number at the same time.
 */
export async function settlePayment(ctx: Ctx, fact: PaidFact): Promise<Settlement> {
  const arrival = await arrive(ctx, fact)
  if (!arrival) return { kind: 'quarantined', reason: await quarantine(ctx, fact, 'no-community') }
  if (!arrival.isNews) return { kind: 'already' }
  const alien = isOfAnother(arrival, fact)
  if (alien) return { kind: 'quarantined', reason: await quarantine(ctx, fact, alien) }

  const { attempt } = arrival
  const misfit = misfitOf(attempt, fact)
  if (!attempt || misfit) return placeMisfit(ctx, fact, misfit ?? 'unknown_order', attempt?.id)
  await bookPayment(ctx, {
    method: 'wechat',
    externalId: fact.transactionId,
    householdId: attempt.householdId,
    amountFen: fact.amountFen,
    paidAt: fact.paidAt,
    into: { account: 'wechat', place: fact.mchid },
    picked: attempt.picked,
    attemptId: attempt.id,
    lateFeeAgreed: arrival.lateFeeAgreed,
  })
  return { kind: 'settled' }
}

interface Arrival {
  /** False when this very notice was dealt with before. */
  readonly isNews: boolean
  /** Whose account the money should have come to: the attempt's, otherwise the community's. */
  readonly mchid: string | null
  readonly appid: string | null
  /** Whether some contract of the community agrees a late fee. */
  readonly lateFeeAgreed: boolean
  readonly attempt: Attempt | null
}

/**
 * Records the notice, then locks the attempt that it is about. A second notice at the same moment waits here for the
 * first; what is not news locks nothing. Undefined: there is no such community. One statement, because a storm of
 * notices pays for every way to the database and back.
 */
function arrive(ctx: Ctx, fact: PaidFact): Promise<Arrival | undefined> {
  const eventId = fact.eventId ?? null
  return ctx.tx.maybe<Arrival>`
    with recorded as (
      insert into payment_notice (community_id, event_id, out_trade_no, transaction_id, received_at)
      select id, ${eventId}, ${fact.outTradeNo}, ${fact.transactionId}, ${ctx.now}
        from community where id = ${ctx.community} and ${eventId}::text is not null
      on conflict do nothing
      returning event_id
    ), news as (
      select where ${eventId}::text is null or exists (select from recorded)
    ), attempt as (
      select id, household_id, mchid, appid, amount_fen, state from payment_attempt
       where community_id = ${ctx.community} and out_trade_no = ${fact.outTradeNo} and exists (select from news) for update
    )
    select exists (select from news) as is_news, coalesce(a.mchid, m.mchid) as mchid, coalesce(a.appid, m.appid) as appid,
           exists (select from service_contract
                    where community_id = c.id and late_fee_clause is not null) as late_fee_agreed,
           case when a.id is not null then json_build_object(
             'id', a.id, 'householdId', a.household_id, 'amountFen', a.amount_fen, 'state', a.state,
             'picked', array(select charge_id from payment_attempt_charge
                              where (community_id, attempt_id) = (${ctx.community}, a.id))) end as attempt
      from community c left join merchant m on m.mchid = c.mchid left join attempt a on true
     where c.id = ${ctx.community}`
}

/** Why a fact is not provably ours, if it is not. */
function isOfAnother({ mchid, appid }: Arrival, fact: PaidFact): Alien | undefined {
  if (fact.mchid !== mchid) return 'other-merchant'
  if (fact.appid !== appid) return 'other-app'
  return fact.currency === 'CNY' ? undefined : 'other-currency'
}

/** Why money that is ours cannot go to the charges it was meant for. */
function misfitOf(attempt: Attempt | null, fact: PaidFact): SuspenseReason | undefined {
  if (!attempt) return 'unknown_order'
  // How much of it is still here, only refund records say: nothing may count as paid by it.
  if (fact.refunded) return 'refunded_elsewhere'
  if (attempt.amountFen !== fact.amountFen) return 'other_amount'
  if (attempt.state === 'paid') return 'paid_twice'
  return attempt.state === 'closed' ? 'paid_after_close' : undefined
}

/**
 * Holds a misfit, unless this very transaction is in the books already: as the payment of its attempt, or in suspense.
 * Only a misfit can be: an attempt that still waits was paid by nobody. Asked in a statement of its own, so that it
 * sees what was committed while the one before waited for the attempt.
 */
async function placeMisfit(
  ctx: Ctx,
  fact: PaidFact,
  misfit: SuspenseReason,
  attemptId?: PaymentAttemptId,
): Promise<Settlement> {
  const { tx, community } = ctx
  const { booked } = await tx.one<{ booked: boolean }>`
    select exists (select from payment where (community_id, method, external_id) = (${community}, 'wechat', ${fact.transactionId}))
        or exists (select from suspense_item where (community_id, external_id, account) = (${community}, ${fact.transactionId}, 'wechat')) as booked`
  if (booked) return { kind: 'already' }
  await holdInSuspense(ctx, {
    reason: misfit,
    into: { account: 'wechat', place: fact.mchid },
    externalId: fact.transactionId,
    amountFen: fact.amountFen,
    paidAt: fact.paidAt,
    outTradeNo: fact.outTradeNo,
    attemptId,
  })
  const { transactionId, openid } = fact
  await addJob(ctx, 'shipping-report', { communityId: ctx.community, transactionId, openid })
  return { kind: 'held', reason: misfit }
}
