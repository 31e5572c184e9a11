import { businessDateAt } from '@anjiao/shared/calendar'
import type { ChargeId, PaymentId } from '@anjiao/shared/ids'
import { type Fen, negateFen } from '@anjiao/shared/money'
import { type Line, post } from '../ledger/index.ts'
import type { Ctx } from '../platform/context.ts'
import type { PaymentAttemptRow, SuspenseReason } from '../platform/database-types.ts'
import { addJob } from '../platform/jobs.ts'
import { holdInSuspense } from './hold-in-suspense.ts'
import { lockOpenCharges } from './open-charges.ts'
import type { PaidFact } from './paid-fact.ts'
import { type Allocation, planAllocation } from './plan-allocation.ts'
import { type Alien, quarantine } from './quarantine.ts'

/** What became of a paid fact. All of these are kept: each is a commit, and a reason to acknowledge the notice. */
export type Settlement =
  | { readonly kind: 'settled' | 'already' }
  | { readonly kind: 'held'; readonly reason: SuspenseReason }
  | { readonly kind: 'quarantined'; readonly reason: Alien }

type Attempt = Pick<PaymentAttemptRow, 'id' | 'householdId' | 'mchid' | 'appid' | 'amountFen' | 'state'>

/**
 * Books one paid fact, once: the only place where anything becomes paid. Called by the notice, by the active query and
 * by reconciliation alike; a repeat answers `already`, and so do all but one of any number at the same time.
 */
export async function settlePayment(ctx: Ctx, fact: PaidFact): Promise<Settlement> {
  if (!(await firstNotice(ctx, fact))) return known(ctx, fact)
  const attempt = await lockAttempt(ctx, fact.outTradeNo)
  const alien = isOfAnother(attempt ?? (await accountOf(ctx)), fact)
  if (alien) return { kind: 'quarantined', reason: await quarantine(ctx, fact, alien) }
  if (await isBooked(ctx, fact)) return { kind: 'already' }

  const misfit = misfitOf(attempt, fact)
  if (misfit || !attempt) return holdInSuspense(ctx, fact, misfit ?? 'unknown_order', attempt?.id)
  await book(ctx, attempt, fact)
  return { kind: 'settled' }
}

/** Records a notice. A second one at the same moment waits here for the first. False: it was dealt with, or there is no such community. */
async function firstNotice(ctx: Ctx, fact: PaidFact): Promise<boolean> {
  if (!fact.eventId) return true
  const recorded = await ctx.tx.run`
    insert into payment_notice (community_id, event_id, out_trade_no, transaction_id, received_at)
    select id, ${fact.eventId}, ${fact.outTradeNo}, ${fact.transactionId}, ${ctx.now}
      from community where id = ${ctx.community}
    on conflict do nothing`
  return recorded === 1
}

async function known(ctx: Ctx, fact: PaidFact): Promise<Settlement> {
  const community = await ctx.tx.maybe`select id from community where id = ${ctx.community}`
  if (community) return { kind: 'already' }
  return { kind: 'quarantined', reason: await quarantine(ctx, fact, 'no-community') }
}

function lockAttempt(ctx: Ctx, outTradeNo: string): Promise<Attempt | undefined> {
  return ctx.tx.maybe<Attempt>`
    select id, household_id, mchid, appid, amount_fen, state from payment_attempt
     where community_id = ${ctx.community} and out_trade_no = ${outTradeNo} for update`
}

interface Account {
  readonly mchid: string | null
  readonly appid: string | null
}

function accountOf({ tx, community }: Ctx): Promise<Account> {
  return tx.one<Account>`
    select m.mchid, m.appid from community c left join merchant m on m.mchid = c.mchid where c.id = ${community}`
}

/** Why a fact is not provably ours, if it is not. */
function isOfAnother(account: Account, fact: PaidFact): Alien | undefined {
  if (fact.mchid !== account.mchid) return 'other-merchant'
  if (fact.appid !== account.appid) return 'other-app'
  return fact.currency === 'CNY' ? undefined : 'other-currency'
}

/** Whether this very transaction is in the books, as a payment or in suspense. */
async function isBooked({ tx, community }: Ctx, fact: PaidFact): Promise<boolean> {
  const { booked } = await tx.one<{ booked: boolean }>`
    select exists (select from payment where (community_id, method, external_id) = (${community}, 'wechat', ${fact.transactionId}))
        or exists (select from suspense_item where (community_id, external_id) = (${community}, ${fact.transactionId})) as booked`
  return booked
}

/** Why money that is ours cannot go to the charges it was meant for. */
function misfitOf(attempt: Attempt | undefined, fact: PaidFact): SuspenseReason | undefined {
  if (!attempt) return 'unknown_order'
  if (attempt.amountFen !== fact.amountFen) return 'other_amount'
  if (attempt.state === 'paid') return 'paid_twice'
  return attempt.state === 'closed' ? 'paid_after_close' : undefined
}

async function book(ctx: Ctx, attempt: Attempt, fact: PaidFact): Promise<void> {
  const chosen = await ctx.tx.rows<{ chargeId: ChargeId }>`
    select charge_id from payment_attempt_charge where (community_id, attempt_id) = (${ctx.community}, ${attempt.id})`
  const open = await lockOpenCharges(
    ctx,
    attempt.householdId,
    chosen.map((each) => each.chargeId),
  )
  const { parts, restFen } = planAllocation(open, fact.amountFen)
  const entryId = await post(ctx, {
    kind: 'payment',
    source: `payment:wechat:${fact.transactionId}`,
    businessDate: businessDateAt(fact.paidAt),
    lines: linesOf(attempt, fact, parts, restFen),
  })
  const { id: paymentId } = await ctx.tx.one<{ id: PaymentId }>`
    with paid as (
      update payment_attempt set state = 'paid', paid_at = ${fact.paidAt}, next_query_at = null
       where (community_id, id) = (${ctx.community}, ${attempt.id})
    )
    insert into payment (community_id, household_id, attempt_id, method, external_id, amount_fen, paid_at, entry_id)
    values (${ctx.community}, ${attempt.householdId}, ${attempt.id}, 'wechat', ${fact.transactionId}, ${fact.amountFen},
            ${fact.paidAt}, ${entryId})
    returning id`
  await addJob(ctx, 'payment-receipt', { communityId: ctx.community, paymentId })
}

function linesOf(attempt: Attempt, fact: PaidFact, parts: readonly Allocation[], restFen: Fen): Line[] {
  return [
    { account: 'wechat', place: fact.mchid, amountFen: fact.amountFen },
    ...parts.map(
      ({ chargeId, amountFen }): Line => ({
        account: 'receivable',
        chargeId,
        amountFen: negateFen(amountFen),
      }),
    ),
    { account: 'advance', householdId: attempt.householdId, amountFen: negateFen(restFen) },
  ]
}
