import { addDays, startOfDay } from '@anjiao/shared/calendar'
import type { HouseholdId, PaymentId } from '@anjiao/shared/ids'
import type { Ctx } from '../../platform/context.ts'
import { makeNotices } from '../notices/make-notices.ts'
import { rulesInForce } from './rule-settings.ts'

/** A payment is news for a day. */
const receiptDays = 1

/** Queues, once, that a payment was received, where the community tells that. */
export async function tellOfReceipt(ctx: Ctx, paymentId: PaymentId): Promise<void> {
  const rule = (await rulesInForce(ctx)).find((each) => each.rule === 'receipt')
  if (!rule?.on) return
  const { householdId } = await ctx.tx.one<{ householdId: HouseholdId }>`
    select household_id from payment where (community_id, id) = (${ctx.community}, ${paymentId})`
  await makeNotices(ctx, { rule: 'receipt', kind: 'receipt', channels: rule.channels, ownerOnly: false }, [
    {
      householdId,
      key: `receipt:${paymentId}`,
      subject: { about: 'payment', paymentId },
      notBefore: ctx.now,
      notAfter: startOfDay(addDays(ctx.today, receiptDays + 1)),
    },
  ])
}
