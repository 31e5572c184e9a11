import type { ChargeId, HouseholdId, PaymentId, RefundId } from '@anjiao/shared/ids'
import { type Fen, subtractFen, sumFen } from '@anjiao/shared/money'
import {
  afterRefundEvent,
  type RefundEvent,
  type RefundState,
  refundStates,
} from '@anjiao/shared/refund-life'
import { lockHome } from '../community/index.ts'
import type { Ctx } from '../platform/context.ts'
import type { RefundRow } from '../platform/database-types.ts'
import { Refusal } from '../platform/refusal.ts'

/** What a refund opens again of one charge. */
export interface RefundPart {
  readonly chargeId: ChargeId
  readonly amountFen: Fen
}

export type StoredRefund = Pick<
  RefundRow,
  | 'id'
  | 'amountFen'
  | 'route'
  | 'state'
  | 'reason'
  | 'outRefundNo'
  | 'transactionId'
  | 'mchid'
  | 'askedBy'
  | 'tries'
  | 'standsBecause'
  | 'returnId'
> & {
  readonly householdId: HouseholdId | null
  readonly paymentId: PaymentId | null
  readonly parts: readonly RefundPart[]
}

/** A refund of a payment that is known, as all are but those that happened without us. */
export type RefundOfHome = StoredRefund & { readonly householdId: HouseholdId; readonly paymentId: PaymentId }

export const subjectOf = (id: RefundId): string => `refund ${id}`

/**
 * Locks the home of a refund, then the refund: the order everyone locks in. Refused as `not-found`.
 */
export async function lockRefund(ctx: Ctx, id: RefundId): Promise<StoredRefund> {
  const whose = await ctx.tx.maybe<{ householdId: HouseholdId | null }>`
    select household_id from refund where (community_id, id) = (${ctx.community}, ${id})`
  if (!whose) throw new Refusal('not-found')
  if (whose.householdId !== null) await lockHome(ctx, whose.householdId)
  return ctx.tx.one<StoredRefund>`
    select id, household_id, payment_id, amount_fen, route, state, reason, out_refund_no, transaction_id, mchid, asked_by, tries,
           stands_because, return_id,
           coalesce((select json_agg(json_build_object('chargeId', charge_id, 'amountFen', amount_fen) order by charge_id)
                       from refund_part where (community_id, refund_id) = (refund.community_id, refund.id)), '[]') as parts
      from refund where (community_id, id) = (${ctx.community}, ${id}) for update`
}

/** The same, of a home. One that happened without us and that nobody has explained is refused as `not-found`. */
export async function lockRefundOfHome(ctx: Ctx, id: RefundId): Promise<RefundOfHome> {
  const { householdId, paymentId, ...refund } = await lockRefund(ctx, id)
  if (householdId === null || paymentId === null) throw new Refusal('not-found')
  return { ...refund, householdId, paymentId }
}

/**
 * The same, and with one that gives back part of an advance all that are asked for with it, by id: they are decided together.
 */
export async function lockTogether(ctx: Ctx, id: RefundId): Promise<RefundOfHome[]> {
  const refund = await lockRefundOfHome(ctx, id)
  if (refund.returnId === null || refund.state !== 'asked') return [refund]
  const together = await ctx.tx.rows<{ id: RefundId }>`
    select id from refund where (community_id, return_id, state) = (${ctx.community}, ${refund.returnId}, 'asked') order by id`
  const locked: RefundOfHome[] = []
  for (const each of together) locked.push(await lockRefundOfHome(ctx, each.id))
  return locked
}

/** What of a refund comes out of the advance: all that opens no charge. */
export const fromAdvance = ({ amountFen, parts }: Pick<StoredRefund, 'amountFen' | 'parts'>): Fen =>
  subtractFen(amountFen, sumFen(parts.map((part) => part.amountFen)))

/** The state that an event leads to. Refused as `refund-moved-on` when it is not for the state that the refund is in. */
export function stateAfter(state: RefundState, event: RefundEvent): RefundState {
  const to = afterRefundEvent(state, event)
  if (!to) throw new Refusal('refund-moved-on', { state: refundStates[state].label })
  return to
}
