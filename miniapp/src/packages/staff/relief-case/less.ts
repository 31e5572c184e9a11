import type { ReliefCase } from '@anjiao/shared/contract/staff-relief'
import { type Fen, parseYuan } from '@anjiao/shared/money'
import { readDecimal } from '../../../features/staff-numbers/decimal'

/** How much of what a standard gives is to be granted. */
export interface Less {
  readonly percent: number | null
  readonly amountFen: Fen | null
}

/** What was typed as less than the standard gives; undefined while it is no number, nothing, or not less. */
export function readLess(
  written: string,
  { proposed, application: { standard } }: ReliefCase,
): Less | undefined {
  if (standard.measure === 'percent') {
    const percent = readDecimal(written, 0)
    const isLess = percent !== undefined && percent >= 1 && percent < (standard.percent ?? 0)
    return isLess ? { percent, amountFen: null } : undefined
  }
  const amountFen = parseYuan(written)
  const isLess = amountFen !== undefined && amountFen > 0 && amountFen < proposed.principalFen
  return isLess ? { percent: null, amountFen } : undefined
}
