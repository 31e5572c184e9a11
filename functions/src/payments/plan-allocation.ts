import type { BusinessDate } from '@anjiao/shared/calendar'
import type { ChargeId } from '@anjiao/shared/ids'
import { type Fen, minFen, subtractFen } from '@anjiao/shared/money'
import type { ChargeOrigin } from '../platform/database-types.ts'

export interface OpenCharge {
  readonly id: ChargeId
  readonly openFen: Fen
  readonly dueDate: BusinessDate
  readonly origin: ChargeOrigin
}

export interface Allocation {
  readonly chargeId: ChargeId
  readonly amountFen: Fen
}

/**
 * Spreads a sum received over open charges: principal before late fee, by agreement with the owner, and within each
 * the oldest due first (民法典 560, 561). What no charge needs is `restFen`. No fen is lost or made.
 */
export function planAllocation(
  open: readonly OpenCharge[],
  receivedFen: Fen,
): { parts: Allocation[]; restFen: Fen } {
  const parts: Allocation[] = []
  let restFen = receivedFen
  for (const charge of open.toSorted(byTurn)) {
    const amountFen = minFen(restFen, charge.openFen)
    if (amountFen > 0) parts.push({ chargeId: charge.id, amountFen })
    restFen = subtractFen(restFen, amountFen)
  }
  return { parts, restFen }
}

function byTurn(a: OpenCharge, b: OpenCharge): number {
  const late = Number(a.origin === 'late_fee') - Number(b.origin === 'late_fee')
  if (late !== 0) return late
  if (a.dueDate !== b.dueDate) return a.dueDate < b.dueDate ? -1 : 1
  return a.id - b.id
}
