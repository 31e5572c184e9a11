import type { PaymentChoice } from '@anjiao/shared/contract/payments'
import type { ChargeId, HouseholdId, SuspenseResolutionId } from '@anjiao/shared/ids'
import { lockHome } from '../community/index.ts'
import { isOwnRequest } from '../identity/index.ts'
import { bookPayment, chooseAmount, lateFeeAgreed, numberedTurn } from '../payments/index.ts'
import { logAction } from '../platform/audit-log.ts'
import type { Ctx } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'
import { type HeldItem, type Intent, lockItem, methodOf, refuseResolved, subjectOf } from './lock-item.ts'
import { recordResolution, resolvedBefore } from './record-resolution.ts'

export interface Placing extends Intent {
  readonly householdId: HouseholdId
  /** None: what is due, oldest first. */
  readonly chargeIds: readonly ChargeId[]
}

/**
 * 待查款入账. A person confirms whose money it is: from then on it is a payment of that home like any other, made on the day it
 * came. The same key places it once. Refused as `not-found`, `suspense-resolved`, `suspense-own-home` to who is linked to the
 * home, `charge-already-paid`, `charge-waived-when-kept` and `idempotency-key-reused`.
 */
export async function placeSuspense(ctx: Ctx, placing: Placing): Promise<SuspenseResolutionId> {
  const { itemId, householdId, resolvedBy } = placing
  const item = await lockItem(ctx, itemId)
  const chosen = placing.chargeIds.toSorted((a, b) => a - b)
  const asked = JSON.stringify({ itemId, householdId, chargeIds: chosen })
  const before = await resolvedBefore(ctx, placing, asked)
  if (before !== undefined) return before
  await refuseResolved(ctx, item)

  await lockKnownHome(ctx, householdId)
  if (await isOwnRequest(ctx, { householdId, askedBy: '' }, resolvedBy))
    throw new Refusal('suspense-own-home')
  const paymentId = await bookPayment(ctx, {
    ...(await numberOf(ctx, item)),
    householdId,
    amountFen: item.amountFen,
    paidAt: item.paidAt,
    into: { account: 'suspense' },
    picked: await openOf(ctx, placing, item),
    lateFeeAgreed: await lateFeeAgreed(ctx),
  })
  const id = await recordResolution(ctx, placing, { outcome: 'placed', paymentId, asked })
  await logAction(ctx, 'suspense-placed', subjectOf(itemId), {
    amountFen: item.amountFen,
    householdId,
    paymentId,
  })
  return id
}

async function lockKnownHome(ctx: Ctx, householdId: HouseholdId): Promise<void> {
  await lockHome(ctx, householdId)
  const home = await ctx.tx.maybe`
    select from household where (community_id, id) = (${ctx.community}, ${householdId})`
  if (!home) throw new Refusal('not-found')
}

/** Two accounts may use one serial number: the second is booked with a turn behind it, as one that was taken back. */
async function numberOf(ctx: Ctx, { account, externalId }: HeldItem) {
  const method = methodOf[account]
  return { method, externalId: (await numberedTurn(ctx, method, externalId)).externalId }
}

async function openOf(ctx: Ctx, { householdId, chargeIds }: Placing, item: HeldItem): Promise<ChargeId[]> {
  if (chargeIds.length === 0) return []
  const towards: PaymentChoice = { kind: 'part', chargeIds: [...chargeIds], amountFen: item.amountFen }
  return (await chooseAmount(ctx, householdId, towards, ctx.today)).chargeIds
}
