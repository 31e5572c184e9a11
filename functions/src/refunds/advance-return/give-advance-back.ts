import {
  type AdvanceReturnCause,
  type AdvanceReturnState,
  advanceReturnReplyDays,
  mostReturnable,
  planReturn,
} from '@anjiao/shared/advance-return'
import { addDays } from '@anjiao/shared/calendar'
import type { AdvanceReturnId, HouseholdId, PersonId, RefundId } from '@anjiao/shared/ids'
import { type Fen, formatYuan } from '@anjiao/shared/money'
import type { PayoutRoute } from '@anjiao/shared/refund-life'
import { lockHome } from '../../community/index.ts'
import { logAction } from '../../platform/audit-log.ts'
import type { Ctx } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'
import { approveRefund } from '../approve-refund.ts'
import { storeRefund } from '../ask-refund.ts'
import { askedBefore } from '../asked-before.ts'
import { leftAlone } from '../refund-limit.ts'
import { refundableOf, refuseUnrefundable } from '../refundable.ts'
import { lockRefundOfHome } from '../stored-refund.ts'
import { refuseInterested } from '../who-may-refund.ts'
import { answerReturn } from './answer-return.ts'
import { freeAdvanceOf, returnSources } from './return-sources.ts'
import { openReturnOf, subjectOfReturn, withdrawReturn } from './stored-return.ts'

export interface GivingBack {
  readonly amountFen: Fen
  /** By which way goes back what WeChat does not take back. */
  readonly otherRoute: PayoutRoute
  readonly cause: AdvanceReturnCause
  readonly reason: string
}

export interface GivenBack {
  readonly state: AdvanceReturnState
  /** The first of its refunds. */
  readonly refundId: RefundId
}

/**
 * Gives an advance back as one deed, be it that its owner has asked or not: one refund of each payment it takes, all of them or
 * none. Its whole sum decides whether one person is enough (`leftAlone`), so that parts do not get round it. The same key gives back once
 * and answers the same. Refused as `advance-return-open` while one is checked, `advance-return-short`, and as a single refund is.
 */
export async function giveAdvanceBack(
  ctx: Ctx,
  householdId: HouseholdId,
  asker: PersonId,
  wanted: GivingBack,
  intentKey: string,
): Promise<GivenBack> {
  const { amountFen, otherRoute, reason } = wanted
  await lockHome(ctx, householdId)
  const intent = { key: intentKey, asked: JSON.stringify({ ...wanted, householdId }) }
  const before = await askedBefore(ctx, intent)
  if (before) return { state: await stateOfReturn(ctx, before), refundId: before }

  const sources = await returnSources(ctx, householdId)
  const mostFen = mostReturnable(sources, await freeAdvanceOf(ctx, householdId))
  const plan = amountFen > mostFen ? undefined : planReturn(sources, amountFen, otherRoute)
  if (!plan) throw new Refusal('advance-return-short', { yuan: formatYuan(mostFen) })

  const isAlone = amountFen <= (await leftAlone(ctx, householdId))
  const returnId = await beginReturn(ctx, householdId, wanted)
  const ids: RefundId[] = []
  for (const part of plan) {
    const payment = await refundableOf(ctx, part.paymentId)
    const request = { ...part, parts: [], fromAdvanceFen: part.amountFen, reason }
    await refuseInterested(ctx, payment, asker)
    refuseUnrefundable(payment, request, ctx.today)
    ids.push(
      await storeRefund(ctx, payment, request, { returnId, intent: ids.length === 0 ? intent : undefined }),
    )
  }
  await logAction(ctx, 'advance-return-begun', subjectOfReturn(returnId), { amountFen, refunds: ids.length })
  if (isAlone) {
    for (const id of ids) await approveRefund(ctx, await lockRefundOfHome(ctx, id))
    await answerReturn(ctx, returnId, { agreed: true })
  }
  return { state: isAlone ? 'agreed' : 'checking', refundId: firstOf(ids) }
}

/** How the deed stands that a refund is of. */
async function stateOfReturn({ tx, community }: Ctx, refundId: RefundId): Promise<AdvanceReturnState> {
  const { state } = await tx.one<{ state: AdvanceReturnState }>`
    select a.state from refund r
      join advance_return a on (a.community_id, a.id) = (r.community_id, r.return_id)
     where (r.community_id, r.id) = (${community}, ${refundId})`
  return state
}

/** What its owner has asked for goes on; otherwise a new one begins, be it that an owner before has left one waiting. */
async function beginReturn(
  ctx: Ctx,
  householdId: HouseholdId,
  { cause, amountFen }: GivingBack,
): Promise<AdvanceReturnId> {
  const { tx, community, now, today } = ctx
  const open = await openReturnOf(ctx, householdId)
  if (open?.state === 'checking') throw new Refusal('advance-return-open')
  if (open && !open.ofOwner) await withdrawReturn(ctx, open.id)
  else if (open) {
    await tx.run`update advance_return set state = 'checking', amount_fen = ${amountFen} where (community_id, id) = (${community}, ${open.id})`
    return open.id
  }
  const { id } = await tx.one<{ id: AdvanceReturnId }>`
    insert into advance_return (community_id, household_id, cause, words, state, asked_at, reply_by, amount_fen)
    values (${community}, ${householdId}, ${cause}, '', 'checking', ${now}, ${addDays(today, advanceReturnReplyDays)}, ${amountFen})
    returning id`
  return id
}

function firstOf(ids: readonly RefundId[]): RefundId {
  const [first] = ids
  if (first === undefined) throw new Error('a return of no payment')
  return first
}
