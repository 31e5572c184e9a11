import type { CommunityId, PaymentAttemptId } from '@anjiao/shared/ids'
import { asSystem, inCommunity, type World } from '../platform/context.ts'
import { queryPayment } from './query-payment.ts'

const actor = { kind: 'system', task: 'payment-sweep' } as const

/** Of one community in one sweep; the rest is due again at the next. */
const attemptsMax = 200

/**
 * Asks WeChat about every attempt that is due to be asked about (lost notices, expiry), until none is left or the
 * deadline has come. Answers how many it asked about. One attempt that fails does not stop the others.
 */
export async function sweepPayments(world: World, deadline: Date): Promise<number> {
  const communities = await asSystem(
    world,
    actor.task,
    ({ tx }) => tx.rows<{ id: CommunityId }>`select id from community where mchid is not null order by id`,
  )
  let asked = 0
  for (const { id: community } of communities) {
    for (const attempt of await dueIn(world, community)) {
      if (world.clock.now() >= deadline) return asked
      asked++
      await queryPayment(world, community, attempt.id).catch((error: unknown) =>
        world.log.error('asking about a payment failed', error, { attemptId: attempt.id }),
      )
    }
  }
  return asked
}

function dueIn(world: World, community: CommunityId): Promise<{ id: PaymentAttemptId }[]> {
  return inCommunity(
    world,
    community,
    actor,
    ({ tx, now }) => tx.rows<{ id: PaymentAttemptId }>`
    select id from payment_attempt
     where community_id = ${community} and next_query_at <= ${now} order by next_query_at limit ${attemptsMax}`,
  )
}
