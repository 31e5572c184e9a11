import type { CommunityId, PaymentAttemptId } from '@anjiao/shared/ids'
import { asSystem, inCommunity, type World } from '../platform/context.ts'
import { queryPayment } from './query-payment.ts'

const actor = { kind: 'system', task: 'payment-sweep' } as const

/** Of one community in one round: many waiting in one let nobody in another wait long. */
const roundMax = 20

/** Asked at the same time: WeChat's answer takes far longer than our work on it. */
const atOnce = 4

interface Due {
  readonly community: CommunityId
  readonly id: PaymentAttemptId
  readonly nextQueryAt: Date
}

/**
 * Asks WeChat about every attempt that is due to be asked about (lost notices, expiry), each once, until none is left
 * or the deadline has come. It goes in rounds: some of each community, of these the longest due first. Answers how many
 * it asked about. One attempt that fails does not stop the others.
 */
export async function sweepPayments(world: World, deadline: Date): Promise<number> {
  const inTime = () => world.clock.now() < deadline
  let communities = await asSystem(
    world,
    actor.task,
    ({ tx }) => tx.rows<{ id: CommunityId }>`select id from community where mchid is not null order by id`,
  )
  const asked = new Set<PaymentAttemptId>()
  while (communities.length > 0 && inTime()) {
    const round: Due[] = []
    const goOn: typeof communities = []
    for (const community of communities) {
      const due = await dueIn(world, community.id, [...asked])
      round.push(...due)
      if (due.length === roundMax) goOn.push(community)
    }
    communities = goOn
    const waiting = round.toSorted((a, b) => a.nextQueryAt.getTime() - b.nextQueryAt.getTime()).values()
    const askInTurn = async () => {
      for (const attempt of waiting) {
        if (!inTime()) return
        asked.add(attempt.id)
        await ask(world, attempt)
      }
    }
    await Promise.all(Array.from({ length: atOnce }, askInTurn))
  }
  return asked.size
}

const ask = (world: World, { community, id }: Due): Promise<void> =>
  queryPayment(world, community, id).catch((error: unknown) =>
    world.log.error('asking about a payment failed', error, { attemptId: id }),
  )

function dueIn(world: World, community: CommunityId, asked: PaymentAttemptId[]): Promise<Due[]> {
  return inCommunity(
    world,
    community,
    actor,
    ({ tx, now }) => tx.rows<Due>`
    select community_id as community, id, next_query_at from payment_attempt
     where community_id = ${community} and next_query_at <= ${now} and id <> all(${asked})
     order by next_query_at limit ${roundMax}`,
  )
}
