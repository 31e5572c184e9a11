import { asSystem, inCommunity, type World } from '../platform/context.ts'
import { communityOfOutTradeNo } from './out-trade-no.ts'
import type { PaidFact } from './paid-fact.ts'
import { quarantine } from './quarantine.ts'
import { type Settlement, settlePayment } from './settle-payment.ts'

/** Books a paid fact in the community it belongs to, in one transaction. `task` is who brings it, for the books. */
export async function settlePaidOrder(world: World, fact: PaidFact, task: string): Promise<Settlement> {
  const community = communityOfOutTradeNo(fact.outTradeNo)
  if (community === undefined) {
    const reason = await asSystem(world, task, (ctx) => quarantine(ctx, fact, 'no-community'))
    return { kind: 'quarantined', reason }
  }
  return inCommunity(world, community, { kind: 'system', task }, (ctx) => settlePayment(ctx, fact))
}
