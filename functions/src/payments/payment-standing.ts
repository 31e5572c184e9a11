import type { PaymentAttempt } from '@anjiao/shared/contract/payments'
import { asResident } from '../identity/index.ts'
import type { World } from '../platform/context.ts'
import type { PaymentAttemptRow } from '../platform/database-types.ts'
import type { Caller } from '../platform/http/routes.ts'
import { Refusal } from '../platform/refusal.ts'
import type { AttemptOf } from './order-from-wechat.ts'
import { paymentOf } from './payment-view.ts'
import { closePayment, queryPayment } from './query-payment.ts'
import { askedAgainMs } from './query-times.ts'

/**
 * How an attempt stands, for the person who waits for the answer. When it is not final, WeChat is asked too, so that a
 * lost notice keeps nobody waiting; not more often than every five seconds.
 */
export async function paymentStanding(world: World, caller: Caller, of: AttemptOf): Promise<PaymentAttempt> {
  const { attempt, mayAsk } = await asResident(world, caller, of, async (ctx, { householdId }) => {
    const asked = await ctx.tx.maybe<Pick<PaymentAttemptRow, 'createdAt' | 'queriedAt'>>`
      select created_at, queried_at from payment_attempt
       where (community_id, id) = (${of.communityId}, ${of.attemptId}) and next_query_at is not null`
    const last = asked?.queriedAt ?? asked?.createdAt
    return {
      attempt: await paymentOf(ctx, householdId, of.attemptId),
      mayAsk: last !== undefined && last !== null && ctx.now.getTime() - last.getTime() >= askedAgainMs,
    }
  })
  if (!mayAsk) return attempt
  await queryPayment(world, of.communityId, of.attemptId)
  return asResident(world, caller, of, (ctx, { householdId }) => paymentOf(ctx, householdId, of.attemptId))
}

/**
 * Gives an attempt up for who started it; to everybody else it is refused as `not-found`. Answers how it stands then:
 * it may have been paid meanwhile.
 */
export async function giveUpPayment(world: World, caller: Caller, of: AttemptOf): Promise<PaymentAttempt> {
  const own = await asResident(
    world,
    caller,
    of,
    ({ tx }) => tx.maybe<Pick<PaymentAttemptRow, 'id'>>`
    select id from payment_attempt
     where (community_id, household_id, id, payer_id) = (${of.communityId}, ${of.householdId}, ${of.attemptId}, ${caller.personId})`,
  )
  if (!own) throw new Refusal('not-found')
  await closePayment(world, of.communityId, of.attemptId)
  return asResident(world, caller, of, (ctx, { householdId }) => paymentOf(ctx, householdId, of.attemptId))
}
