import type { CommunityId } from '@anjiao/shared/ids'
import { inCommunity, type World } from '../platform/context.ts'
import type { PaymentAttemptRow } from '../platform/database-types.ts'
import type { OrderState } from '../platform/wechat-pay/index.ts'
import { nextQueryAt } from './query-times.ts'
import { settlePaidOrder } from './settle-paid-order.ts'

export type Attempt = Pick<
  PaymentAttemptRow,
  'id' | 'outTradeNo' | 'mchid' | 'state' | 'createdAt' | 'expiresAt' | 'unknownAnswers'
>

/** By the active query (主动查单): who posts what it finds. */
const task = 'payment-query'
const actor = { kind: 'system', task } as const

/** An order that was never paid can only be given up when WeChat has said so more than once. */
const unknownAnswersNeeded = 2

/**
 * Asks WeChat how an attempt stands and books what it answers: paid, or closed. At its expiry an unpaid order is closed,
 * and only a query that says CLOSED makes it so here. Whatever is unclear is asked again later, and so is what could not
 * be asked; that failure is thrown. A final attempt is left alone.
 */
export async function queryPayment(world: World, community: CommunityId, attemptId: number): Promise<void> {
  const attempt = await findAttempt(world, community, attemptId)
  if (!attempt || attempt.state === 'paid' || attempt.state === 'closed') return
  try {
    const wechat = world.wechatPay(attempt.mchid)
    let state = await wechat.query(attempt.outTradeNo)
    if (state.kind === 'not-paid' && attempt.expiresAt <= world.clock.now()) {
      await wechat.close(attempt.outTradeNo)
      state = await wechat.query(attempt.outTradeNo)
    }
    await apply(world, community, attempt, state)
  } catch (error) {
    // Otherwise it would stay due, and stand before all others at every sweep.
    await askLater(world, community, attempt, attempt.unknownAnswers)
    throw error
  }
}

/**
 * Closes an attempt that its payer gave up, and asks how it stands: it may have been paid meanwhile.
 */
export async function closePayment(world: World, community: CommunityId, attemptId: number): Promise<void> {
  const attempt = await findAttempt(world, community, attemptId)
  if (!attempt || attempt.state === 'paid' || attempt.state === 'closed') return
  const wechat = world.wechatPay(attempt.mchid)
  await wechat.close(attempt.outTradeNo)
  await apply(world, community, attempt, await wechat.query(attempt.outTradeNo))
}

function findAttempt(world: World, community: CommunityId, attemptId: number): Promise<Attempt | undefined> {
  return inCommunity(
    world,
    community,
    actor,
    ({ tx }) => tx.maybe<Attempt>`
    select id, out_trade_no, mchid, state, created_at, expires_at, unknown_answers
      from payment_attempt where (community_id, id) = (${community}, ${attemptId})`,
  )
}

async function apply(
  world: World,
  community: CommunityId,
  attempt: Attempt,
  state: OrderState,
): Promise<void> {
  switch (state.kind) {
    case 'success':
    case 'refunded':
      await settlePaidOrder(world, { ...state, refunded: state.kind === 'refunded' }, task)
      // Final now, unless the money is not provably ours: then a person must mend something first.
      return askLater(world, community, attempt, 0)
    case 'closed':
      return close(world, community, attempt)
    case 'unknown-order':
      if (attempt.expiresAt <= world.clock.now() && attempt.unknownAnswers + 1 >= unknownAnswersNeeded) {
        return close(world, community, attempt)
      }
      return askLater(world, community, attempt, attempt.unknownAnswers + 1)
    case 'not-paid':
      return askLater(world, community, attempt, 0)
    default:
      world.log.info('WeChat did not say how an order stands', {
        outTradeNo: attempt.outTradeNo,
        kind: state.kind,
      })
      return askLater(world, community, attempt, attempt.unknownAnswers)
  }
}

async function close(world: World, community: CommunityId, attempt: Attempt): Promise<void> {
  await inCommunity(
    world,
    community,
    actor,
    ({ tx, now }) => tx.run`
    update payment_attempt set state = 'closed', closed_at = ${now}, next_query_at = null
     where (community_id, id) = (${community}, ${attempt.id}) and state in ('created', 'prepaid')`,
  )
}

async function askLater(
  world: World,
  community: CommunityId,
  attempt: Attempt,
  unknownAnswers: number,
): Promise<void> {
  await inCommunity(
    world,
    community,
    actor,
    ({ tx, now }) => tx.run`
    update payment_attempt
       set queried_at = ${now}, unknown_answers = ${unknownAnswers},
           next_query_at = ${nextQueryAt(attempt.createdAt, attempt.expiresAt, now)}
     where (community_id, id) = (${community}, ${attempt.id}) and state in ('created', 'prepaid')`,
  )
}
