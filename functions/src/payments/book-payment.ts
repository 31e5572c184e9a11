import { businessDateAt } from '@anjiao/shared/calendar'
import type { ChargeId, HouseholdId, PaymentAttemptId, PaymentId } from '@anjiao/shared/ids'
import { type Fen, negateFen } from '@anjiao/shared/money'
import { postLateFees } from '../billing/index.ts'
import { type Line, type MoneyAccount, post } from '../ledger/index.ts'
import type { Ctx } from '../platform/context.ts'
import type { PaymentMethod } from '../platform/database-types.ts'
import { addJob } from '../platform/jobs.ts'
import { lockOpenCharges } from './open-charges.ts'
import { type Allocation, planAllocation } from './plan-allocation.ts'

/** Money that a household has paid, by whatever way, and that is certainly here. */
export interface Received {
  readonly method: PaymentMethod
  /** What nobody else's payment of that method carries: WeChat's transaction id, a voucher's or a cheque's number, a bank's own. */
  readonly externalId: string
  readonly householdId: HouseholdId
  readonly amountFen: Fen
  readonly paidAt: Date
  /** Refused as `day-closed` when the books of its day are closed, instead of booked on the first open one. */
  readonly onlyOnItsDay?: boolean
  /** Where it lies now: merchant, till, bank account, terminal. What was held in suspense lies there already, and comes out of it. */
  readonly into: { readonly account: MoneyAccount; readonly place: string } | { readonly account: 'suspense' }
  /** The charges that it is for; none: what is due, oldest first. */
  readonly picked: readonly ChargeId[]
  /** Of WeChat: the order that it pays. */
  readonly attemptId?: PaymentAttemptId
  /** Whether some contract of the community agrees a late fee (民法典 585). */
  readonly lateFeeAgreed: boolean
}

/**
 * Books a payment: the only place where anything becomes paid. What its charges do not need becomes the household's
 * advance (预存). A payment of a day whose books are closed is booked on the first open one. The same method and number
 * once more breaks `entry_posts_a_source_once`.
 */
export async function bookPayment(ctx: Ctx, received: Received): Promise<PaymentId> {
  const { householdId, lateFeeAgreed, paidAt } = received
  // What the delay has cost is fixed on the day it ends: a late fee stands still once its principal is paid.
  if (lateFeeAgreed) await postLateFees(ctx, [householdId], businessDateAt(paidAt))
  const paymentId = await book(ctx, received)
  // A month may have ended between the payment and its notice: what was posted for days after it is taken back.
  if (lateFeeAgreed) await postLateFees(ctx, [householdId], ctx.today)
  await addJob(ctx, 'payment-receipt', { communityId: ctx.community, paymentId })
  return paymentId
}

async function book(ctx: Ctx, received: Received): Promise<PaymentId> {
  const {
    method,
    externalId,
    householdId,
    amountFen,
    paidAt,
    attemptId = null,
    onlyOnItsDay = false,
  } = received
  const open = await lockOpenCharges(ctx, householdId, received.picked)
  const { parts, restFen } = planAllocation(open, amountFen)
  const entryId = await post(ctx, {
    kind: 'payment',
    source: `payment:${method}:${externalId}`,
    businessDate: businessDateAt(paidAt),
    elseNextOpenDay: !onlyOnItsDay,
    lines: linesOf(received, parts, restFen),
  })
  const { id } = await ctx.tx.one<{ id: PaymentId }>`
    with paid as (
      update payment_attempt set state = 'paid', paid_at = ${paidAt}, next_query_at = null
       where (community_id, id) = (${ctx.community}, ${attemptId})
    )
    insert into payment (community_id, household_id, attempt_id, method, external_id, amount_fen, paid_at, entry_id)
    values (${ctx.community}, ${householdId}, ${attemptId}, ${method}, ${externalId}, ${amountFen}, ${paidAt}, ${entryId})
    returning id`
  return id
}

function linesOf(
  { into, householdId, amountFen }: Received,
  parts: readonly Allocation[],
  restFen: Fen,
): Line[] {
  return [
    { ...into, amountFen },
    ...parts.map(
      (part): Line => ({
        account: 'receivable',
        chargeId: part.chargeId,
        amountFen: negateFen(part.amountFen),
      }),
    ),
    { account: 'advance', householdId, amountFen: negateFen(restFen) },
  ]
}
