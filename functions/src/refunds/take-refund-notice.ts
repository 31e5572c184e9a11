import { communityOfOutTradeNo } from '../payments/index.ts'
import { asSystem, inCommunity, type World } from '../platform/context.ts'
import { communityOfOutRefundNo } from './out-refund-no.ts'
import { type RefundFact, type TakenFact, takeRefundFact } from './take-refund-fact.ts'

/**
 * Takes in what WeChat says of a refund, in the community that it belongs to: by its number, or, when it is none of ours, by
 * the payment that it gives back. What belongs to no community of that merchant is logged and answers `unknown`: repeating it would
 * not help. What needs a person is logged as an error, because errors are what calls somebody.
 */
export async function takeRefundNotice(
  world: World,
  fact: RefundFact,
  task: string,
): Promise<TakenFact | { readonly kind: 'unknown' }> {
  const community = communityOfOutRefundNo(fact.outRefundNo) ?? communityOfOutTradeNo(fact.outTradeNo)
  const facts = { task, outRefundNo: fact.outRefundNo, state: fact.state }
  if (community === undefined || !(await isOf(world, community, fact.mchid, task))) {
    world.log.error('a refund that belongs to no community', new Error('unknown'), facts)
    return { kind: 'unknown' }
  }
  const taken = await inCommunity(world, community, { kind: 'system', task }, (ctx) =>
    takeRefundFact(ctx, fact),
  )
  if (taken.kind === 'found' || taken.kind === 'other-values')
    world.log.error('a refund that a person must look at', new Error(taken.kind), facts)
  else world.log.info('a refund went on', { ...facts, ...taken })
  return taken
}

const isOf = (world: World, community: number, mchid: string, task: string): Promise<boolean> =>
  asSystem(world, task, async ({ tx }) => {
    const { known } = await tx.one<{ known: boolean }>`
      select exists (
        select from community c join merchant m on m.company_id = c.company_id where c.id = ${community} and m.mchid = ${mchid}) as known`
    return known
  })
