import type { Charge, Hold } from '@anjiao/shared/contract/billing'
import { type Fen, subtractFen, zeroFen } from '@anjiao/shared/money'
import type { ChargeState } from '@anjiao/shared/vocabulary'
import type { Ctx } from '../platform/context.ts'
import { matterShownTo } from './matter-shown-to.ts'

/** A charge as the books hold it. */
export interface StoredCharge
  extends Pick<Charge, 'id' | 'feeItem' | 'fromDate' | 'toDate' | 'dueDate' | 'amountFen' | 'origin'> {
  readonly settledFen: Fen
  readonly cancelled: boolean
}

/**
 * A charge as whoever asks sees it. Overdue is what is still open on the day after it was due; what is paid, cancelled or
 * held today never is.
 */
export function shownCharge(
  { today, actor }: Pick<Ctx, 'today' | 'actor'>,
  { settledFen, cancelled, ...charge }: StoredCharge,
  hold: Hold | null,
): Charge {
  const openFen = cancelled ? zeroFen : subtractFen(charge.amountFen, settledFen)
  return {
    ...charge,
    openFen,
    state: stateOf(charge.amountFen, settledFen, cancelled),
    overdue: openFen > 0 && charge.dueDate < today && hold === null,
    hold: hold && openFen > 0 ? { ...hold, matter: matterShownTo(actor, hold.matter) } : null,
  }
}

function stateOf(amountFen: Fen, settledFen: Fen, cancelled: boolean): ChargeState {
  if (cancelled) return 'cancelled'
  if (settledFen === amountFen) return 'paid'
  return settledFen > 0 ? 'partly_paid' : 'open'
}
