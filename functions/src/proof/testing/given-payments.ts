import type { HouseholdId, PaymentId } from '@anjiao/shared/ids'
import type { PaymentMethod } from '@anjiao/shared/vocabulary'
import { type GivenCommunity, yuan } from '../../local/testing/given.ts'
import { bookPayment } from '../../payments/book-payment.ts'
import { type Actor, inCommunity, type World } from '../../platform/context.ts'
import { issueReceipt } from '../receipts/issue-receipt.ts'

const system = { kind: 'system', task: 'test' } as const
let paid = 0

/** Money that comes in, and its receipt. */
export function givenPayments(world: World, { community }: GivenCommunity) {
  /** For what is due, oldest first; the rest goes to the advance. */
  const pays = (
    householdId: HouseholdId,
    amount: string,
    { method = 'cash', by = system }: { method?: PaymentMethod; by?: Actor } = {},
  ): Promise<PaymentId> =>
    inCommunity(world, community, by, (ctx) =>
      bookPayment(ctx, {
        method,
        externalId: `XJ-${++paid}`,
        householdId,
        amountFen: yuan(amount),
        paidAt: ctx.now,
        into: { account: 'cash', place: '前台' },
        picked: [],
        lateFeeAgreed: false,
      }),
    )
  const issues = (paymentId: PaymentId): Promise<void> =>
    inCommunity(world, community, system, (ctx) => issueReceipt(ctx, world.settings, paymentId))
  return { pays, issues }
}
