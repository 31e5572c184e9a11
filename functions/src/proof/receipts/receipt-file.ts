import type { HouseholdId, PaymentAttemptId, PaymentId } from '@anjiao/shared/ids'
import { receiptNumber } from '@anjiao/shared/receipt-number'
import { logAction } from '../../platform/audit-log.ts'
import { type Ctx, inCommunity, type Settings, type World } from '../../platform/context.ts'
import { readFileLink, type ShortLink, shortLink } from '../../platform/file-links.ts'
import { Refusal } from '../../platform/refusal.ts'

const kind = 'receipt'

/**
 * A short-lived link to the PDF of a receipt, for the person who asks. Refused as `not-found`, and as `receipt-not-ready`
 * while it is being issued or set.
 */
export async function linkToReceipt(
  ctx: Ctx,
  settings: Settings,
  householdId: HouseholdId,
  paymentId: PaymentId,
): Promise<ShortLink> {
  const payment = await ctx.tx.maybe<{ ready: boolean }>`
    select f.key is not null as ready
      from payment p left join receipt_pdf f on (f.community_id, f.payment_id) = (p.community_id, p.id)
     where (p.community_id, p.household_id, p.id) = (${ctx.community}, ${householdId}, ${paymentId})`
  if (!payment) throw new Refusal('not-found')
  if (!payment.ready) throw new Refusal('receipt-not-ready')
  await logAction(ctx, 'receipt-opened', `payment:${paymentId}`)
  return shortLink(ctx, settings, { kind, id: paymentId, path: 'receipt-files' })
}

/** The payment that an attempt of a home became. Refused as `not-found` when it became none. */
export async function paymentOfAttempt(
  { tx, community }: Ctx,
  householdId: HouseholdId,
  attemptId: PaymentAttemptId,
): Promise<PaymentId> {
  const payment = await tx.maybe<{ id: PaymentId }>`
    select id from payment where (community_id, household_id, attempt_id) = (${community}, ${householdId}, ${attemptId})`
  if (!payment) throw new Refusal('not-found')
  return payment.id
}

/** The PDF behind a link. Refused as `not-found`, `link-expired`. */
export async function openReceipt(
  world: World,
  token: string,
): Promise<{ bytes: Uint8Array; contentType: string; fileName: string }> {
  const link = readFileLink(world.settings, kind, token, world.clock.now())
  const viewer = { kind: 'person', personId: link.viewer } as const
  const found = await inCommunity(
    world,
    link.community,
    viewer,
    ({ tx }) => tx.maybe<{ key: string; number: number }>`
      select f.key, r.number
        from receipt_pdf f join receipt r on (r.community_id, r.payment_id) = (f.community_id, f.payment_id)
       where (f.community_id, f.payment_id) = (${link.community}, ${link.id})`,
  )
  const bytes = found && (await world.sealedStorage.get(found.key))
  if (!bytes) throw new Refusal('not-found')
  return { bytes, contentType: 'application/pdf', fileName: `${receiptNumber(found.number)}.pdf` }
}
