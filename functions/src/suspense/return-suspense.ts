import { businessDateAt } from '@anjiao/shared/calendar'
import type { ReturnedSuspense } from '@anjiao/shared/contract/suspense'
import type { EntryId, SuspenseResolutionId } from '@anjiao/shared/ids'
import { formatYuan, negateFen, zeroFen } from '@anjiao/shared/money'
import { booksOf, paidAtOn, usablePlace } from '../counter/index.ts'
import { post } from '../ledger/index.ts'
import { logAction } from '../platform/audit-log.ts'
import { actorName, type Ctx } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'
import { endFoundRefunds, foundRefundsFen, refundLimit } from '../refunds/index.ts'
import { type HeldItem, type Intent, lockItem, refuseResolved, subjectOf } from './lock-item.ts'
import { recordResolution, resolvedBefore } from './record-resolution.ts'

export interface Returning extends Intent {
  readonly how: ReturnedSuspense
}

type ByTransfer = Extract<ReturnedSuspense, { way: 'transfer' }>

/**
 * 退回付款人. Somebody in finance says how money went back whose payer is nobody here: from an account of ours by a transfer, or in
 * WeChat's merchant platform, whose refund then stands here as one that happened without us. Refused as `not-found`,
 * `suspense-resolved`, `place-not-usable`, `paid-on-too-far`, `day-closed`, `suspense-went-back` and `suspense-not-refunded`, as
 * `suspense-return-takes-two` above the sum that one person may give back to who has held the money themselves, and as
 * `idempotency-key-reused`.
 */
export async function returnSuspense(ctx: Ctx, returning: Returning): Promise<SuspenseResolutionId> {
  const { itemId, how } = returning
  const item = await lockItem(ctx, itemId)
  const asked = JSON.stringify({ itemId, ...how })
  const before = await resolvedBefore(ctx, returning, asked)
  if (before !== undefined) return before
  await refuseResolved(ctx, item)

  const entryId = how.way === 'transfer' ? await leaveAccount(ctx, item, how) : await endAtWechat(ctx, item)
  const id = await recordResolution(ctx, returning, {
    outcome: 'returned',
    entryId,
    reason: how.reason.trim(),
    reference: how.way === 'transfer' ? how.reference.trim() : '',
    asked,
  })
  await logAction(ctx, 'suspense-returned', subjectOf(itemId), { amountFen: item.amountFen, way: how.way })
  return id
}

/** It leaves suspense and the account that it was sent from. */
async function leaveAccount(ctx: Ctx, item: HeldItem, how: ByTransfer): Promise<EntryId> {
  const goneFen = await foundRefundsFen(ctx, item.externalId)
  if (item.account === 'wechat' && goneFen > 0)
    throw new Refusal('suspense-went-back', { yuan: formatYuan(goneFen) })
  await refuseHolderAlone(ctx, item)
  const from = await usablePlace(ctx, 'bank', how.placeId)
  const paidAt = await paidAtOn(ctx, how.paidOn)
  return post(ctx, {
    kind: 'suspense',
    source: `suspense:${item.id}:returned`,
    businessDate: businessDateAt(paidAt),
    memo: how.reason.trim(),
    lines: [
      { account: 'suspense', amountFen: item.amountFen },
      { ...booksOf(from), amountFen: negateFen(item.amountFen) },
    ],
  })
}

/** Nobody alone both says that money belongs to nobody here and sends it away. */
async function refuseHolderAlone(ctx: Ctx, { entryId, amountFen }: HeldItem): Promise<void> {
  if (amountFen <= (await refundLimit(ctx))) return
  const own = await ctx.tx.maybe`
    select from entry where (community_id, id, posted_by) = (${ctx.community}, ${entryId}, ${actorName(ctx.actor)})`
  if (own) throw new Refusal('suspense-return-takes-two')
}

/** It has left the merchant, and was booked then: with the item both are explained. */
async function endAtWechat(ctx: Ctx, { id, account, externalId, amountFen }: HeldItem): Promise<undefined> {
  const goneFen = account === 'wechat' ? await foundRefundsFen(ctx, externalId) : zeroFen
  if (goneFen !== amountFen) throw new Refusal('suspense-not-refunded', { yuan: formatYuan(goneFen) })
  await endFoundRefunds(ctx, { transactionId: externalId, itemId: id })
}
