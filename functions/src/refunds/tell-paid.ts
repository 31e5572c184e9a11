import type { Ctx } from '../platform/context.ts'
import { recordEvent } from '../platform/domain-events.ts'
import type { StoredRefund } from './stored-refund.ts'

/** The home hears of money that has come back. */
export async function tellPaid(
  ctx: Ctx,
  { id, householdId, amountFen }: Pick<StoredRefund, 'id' | 'householdId' | 'amountFen'>,
): Promise<void> {
  if (householdId === null) return
  await recordEvent(ctx, {
    kind: 'refund-paid',
    key: `refund-paid:${id}`,
    householdId,
    payload: { refundId: id, amountFen },
  })
}
