import type { PersonCtx } from '../platform/context.ts'
import type { PaidFact } from './paid-fact.ts'

/** Why an authentic fact is not provably ours. */
export type Alien = 'other-merchant' | 'other-app' | 'other-currency' | 'no-community'

/** Keeps a fact that is not provably ours, once, out of every book, for a person to look at. */
export async function quarantine(ctx: PersonCtx, fact: PaidFact, reason: Alien): Promise<Alien> {
  await ctx.tx.run`
    insert into quarantined_notice (event_id, mchid, appid, out_trade_no, transaction_id, amount_fen, currency, reason, received_at)
    values (${fact.eventId ?? `query:${fact.transactionId}`}, ${fact.mchid}, ${fact.appid}, ${fact.outTradeNo},
            ${fact.transactionId}, ${fact.amountFen}, ${fact.currency}, ${reason}, ${ctx.now})
    on conflict do nothing`
  return reason
}
