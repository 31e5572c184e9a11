import type { DebitPreview, DebitWindow } from '@anjiao/shared/contract/debit-batches'
import { sumFen } from '@anjiao/shared/money'
import type { Ctx } from '../../platform/context.ts'
import { chooseDebits } from './choose-debits.ts'
import { refuseWindow } from './debit-window.ts'

/** Whom a batch would debit, and whom not and why. Refused as `refuseWindow` does. */
export async function previewBatch(ctx: Ctx, window: DebitWindow): Promise<DebitPreview> {
  refuseWindow(window, ctx.now)
  const candidates = await chooseDebits(ctx, window)
  const chosen = candidates.filter(({ why }) => why === null)
  return {
    candidates: candidates.map(({ mandateId: _, chargeIds: __, ...shown }) => shown),
    count: chosen.length,
    sumFen: sumFen(chosen.map(({ amountFen }) => amountFen)),
  }
}
