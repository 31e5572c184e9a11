import { asSystem, inCommunity, type World } from '../platform/context.ts'
import { communityOfOutTradeNo } from './out-trade-no.ts'
import type { PaidFact } from './paid-fact.ts'
import { quarantine } from './quarantine.ts'
import { type Settlement, settlePayment } from './settle-payment.ts'

/**
 * Books a paid fact in the community it belongs to, in one transaction. `task` is who brings it, for the books. What
 * needs a person (held or quarantined) is logged as an error, because errors are what calls somebody.
 */
export async function settlePaidOrder(world: World, fact: PaidFact, task: string): Promise<Settlement> {
  const settlement = await settle(world, fact, task)
  const facts = { task, ...settlement, outTradeNo: fact.outTradeNo }
  if ('reason' in settlement) {
    world.log.error('money arrived that a person must place', new Error(settlement.reason), facts)
  } else world.log.info('money arrived', facts)
  return settlement
}

async function settle(world: World, fact: PaidFact, task: string): Promise<Settlement> {
  const community = communityOfOutTradeNo(fact.outTradeNo)
  if (community === undefined) {
    const reason = await asSystem(world, task, (ctx) => quarantine(ctx, fact, 'no-community'))
    return { kind: 'quarantined', reason }
  }
  return inCommunity(world, community, { kind: 'system', task }, (ctx) => settlePayment(ctx, fact))
}
