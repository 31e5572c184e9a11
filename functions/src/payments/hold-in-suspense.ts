import { businessDateAt } from '@anjiao/shared/calendar'
import type { PaymentAttemptId } from '@anjiao/shared/ids'
import { type Fen, negateFen } from '@anjiao/shared/money'
import { post } from '../ledger/index.ts'
import type { Ctx } from '../platform/context.ts'
import type { SuspenseReason } from '../platform/database-types.ts'

/** Where money can lie that nobody of ours has taken in. */
export type HeldAccount = 'wechat' | 'bank' | 'pos'

/** Money that is here, and that nothing of ours explains. */
export interface Held {
  readonly reason: SuspenseReason
  /** Merchant, bank account or terminal. */
  readonly into: { readonly account: HeldAccount; readonly place: string }
  /** What nobody else's money at that place carries: WeChat's transaction id, the bank's serial number. */
  readonly externalId: string
  readonly amountFen: Fen
  readonly paidAt: Date
  /** What a bank's statement says of who paid. */
  readonly payerName?: string
  readonly remark?: string
  /** Of WeChat: the order, and the attempt that it was for. */
  readonly outTradeNo?: string
  readonly attemptId?: PaymentAttemptId | undefined
}

/**
 * Books money that is ours and fits nothing (待查款). It has arrived, so the books must know it; the
 * item is finance's task to say whose it is. WeChat takes one payment for an order, so an attempt that still waited
 * for it is closed: nothing else can come of it.
 */
export async function holdInSuspense(ctx: Ctx, held: Held): Promise<void> {
  const { reason, into, externalId, amountFen, paidAt, payerName = '', remark = '' } = held
  const entryId = await post(ctx, {
    kind: 'suspense',
    source: sourceOf(held),
    businessDate: businessDateAt(paidAt),
    elseNextOpenDay: true,
    lines: [
      { ...into, amountFen },
      { account: 'suspense', amountFen: negateFen(amountFen) },
    ],
  })
  const attemptId = held.attemptId ?? null
  await ctx.tx.run`
    with over as (
      update payment_attempt set state = 'closed', closed_at = ${ctx.now}, next_query_at = null
       where (community_id, id) = (${ctx.community}, ${attemptId}) and state in ('created', 'prepaid')
    )
    insert into suspense_item (community_id, reason, out_trade_no, external_id, amount_fen, paid_at, entry_id, attempt_id,
                               account, place, payer_name, remark)
    values (${ctx.community}, ${reason}, ${held.outTradeNo ?? null}, ${externalId}, ${amountFen}, ${paidAt}, ${entryId}, ${attemptId},
            ${into.account}, ${into.place}, ${payerName}, ${remark})`
}

/** WeChat numbers a transaction once for all merchants; a bank only its own account's. */
const sourceOf = ({ into, externalId }: Held): string =>
  into.account === 'wechat'
    ? `suspense:wechat:${externalId}`
    : `suspense:${into.account}:${into.place}:${externalId}`
