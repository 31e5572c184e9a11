import { advanceReturnCauses } from '@anjiao/shared/advance-return'
import type { HomeAdvanceReturn, StaffAdvanceReturn } from '@anjiao/shared/contract/advance-returns'
import type { HouseholdId, PersonId, RefundId } from '@anjiao/shared/ids'
import type { Fen } from '@anjiao/shared/money'
import { type FoundWaiting, type Waiting, waitingFor, waitingMax } from '../../community/index.ts'
import type { Ctx } from '../../platform/context.ts'
import type { AdvanceReturnRow } from '../../platform/database-types.ts'
import { leftAlone } from '../refund-limit.ts'
import { freeAdvanceOf, returnSources } from './return-sources.ts'
import { openReturnOf } from './stored-return.ts'

type Asked = Pick<AdvanceReturnRow, 'id' | 'cause' | 'words' | 'askedAt' | 'replyBy'>

/** What somebody of a home sees: what could go back, and how what they asked for stands. */
export async function homeAdvanceReturn(
  ctx: Ctx,
  householdId: HouseholdId,
  viewer: { readonly personId: PersonId; readonly isOwner: boolean },
): Promise<HomeAdvanceReturn> {
  const freeFen = await freeAdvanceOf(ctx, householdId)
  const open = await openReturnOf(ctx, householdId)
  const latest = await ctx.tx.maybe<
    Asked & Pick<AdvanceReturnRow, 'state' | 'declinedBecause'> & { readonly amountFen: Fen | null }
  >`
    select id, cause, words, state, asked_at, reply_by, declined_because, case when state = 'agreed' then amount_fen end as amount_fen
      from advance_return
     where (community_id, household_id, wanted_by) = (${ctx.community}, ${householdId}, ${viewer.personId})
       and (state in ('waiting', 'checking') or asked_at > ${ctx.now}::timestamptz - interval '90 days')
     order by id desc limit 1`
  const isLeftByOther = open?.state === 'waiting' && !open.ofOwner
  const underWay = isLeftByOther ? undefined : open
  return {
    freeFen,
    mayAsk: viewer.isOwner && freeFen > 0 && !underWay,
    underWay: underWay?.state ?? null,
    latest: latest
      ? { ...latest, askedAt: latest.askedAt.toISOString(), mayWithdraw: latest.state === 'waiting' }
      : null,
  }
}

/** What staff need who give an advance back. */
export async function staffAdvanceReturn(ctx: Ctx, householdId: HouseholdId): Promise<StaffAdvanceReturn> {
  const { tx, community } = ctx
  const { openFen } = await tx.one<{ openFen: Fen }>`
    select coalesce(sum(amount_fen - settled_fen), 0)::bigint as open_fen from charge
     where (community_id, household_id) = (${community}, ${householdId}) and cancelled_by is null`
  const request = await tx.maybe<Asked>`
    select id, cause, words, asked_at, reply_by from advance_return
     where (community_id, household_id, state) = (${community}, ${householdId}, 'waiting')`
  const checking = await tx.maybe<{ refundId: RefundId; amountFen: Fen }>`
    select min(f.id) as refund_id, r.amount_fen
      from advance_return r
      join refund f on (f.community_id, f.return_id, f.state) = (r.community_id, r.id, 'asked')
     where (r.community_id, r.household_id, r.state) = (${community}, ${householdId}, 'checking')
     group by r.id, r.amount_fen`
  return {
    request: request ? { ...request, askedAt: request.askedAt.toISOString() } : null,
    checking: checking ?? null,
    freeFen: await freeAdvanceOf(ctx, householdId),
    openFen,
    aloneFen: await leftAlone(ctx, householdId),
    sources: await shownSources(ctx, householdId),
  }
}

async function shownSources(ctx: Ctx, householdId: HouseholdId): Promise<StaffAdvanceReturn['sources']> {
  const sources = await returnSources(ctx, householdId)
  const receipts = await ctx.tx.rows<{ paymentId: number; number: number }>`
    select payment_id, number from receipt
     where community_id = ${ctx.community} and payment_id = any(${sources.map(({ paymentId }) => paymentId)})`
  const receiptOf = new Map(receipts.map(({ paymentId, number }) => [paymentId, number]))
  return sources.map(({ payment, paymentId, mostFen, byWechat }) => ({
    paymentId,
    mostFen,
    byWechat,
    method: payment.method,
    paidAt: payment.paidAt.toISOString(),
    receiptNumber: receiptOf.get(paymentId) ?? null,
  }))
}

/** What owners have asked for and nobody has begun, the most urgent first. */
export async function waitingReturns({ tx, community }: Ctx): Promise<Waiting[]> {
  const waiting = await tx.rows<FoundWaiting & Pick<AdvanceReturnRow, 'cause'>>`
    select r.id, r.household_id, home.room_name, home.owner_masked, h.advance_fen as amount_fen, r.asked_at, r.reply_by, r.cause
      from advance_return r
      join household h on (h.community_id, h.id) = (r.community_id, r.household_id)
      join home_name home on (home.community_id, home.household_id) = (r.community_id, r.household_id)
     where (r.community_id, r.state) = (${community}, 'waiting')
     order by r.reply_by, r.id limit ${waitingMax}`
  return waiting.map((found) => waitingFor('advance_return', advanceReturnCauses[found.cause], found))
}
