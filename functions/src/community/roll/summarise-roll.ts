import { addFen, type Fen, zeroFen } from '@anjiao/shared/money'
import type { RejectedRow, RollEvent, RowWarning } from './roll-rows.ts'

/** What a roll comes to: the figures of a preview. */
export interface RollSummary {
  readonly community: string | undefined
  readonly households: number
  /** Households that still owe something. */
  readonly householdsInArrears: number
  readonly charges: number
  readonly arrearsFen: Fen
  /** What is owed by fee item, in the order of the file. */
  readonly byFeeItemFen: Readonly<Record<string, Fen>>
  readonly rejected: readonly RejectedRow[]
  readonly warnings: readonly RowWarning[]
}

/** Adds up a roll while its events pass by. `summary` may be asked at any time. */
export interface RollTally {
  readonly take: (event: RollEvent) => void
  readonly summary: () => RollSummary
}

export function tallyRoll(): RollTally {
  let community: string | undefined
  let households = 0
  let charges = 0
  let arrearsFen = zeroFen
  const inArrears = new Set<string>()
  const byFeeItem = new Map<string, Fen>()
  const rejected: RejectedRow[] = []
  const warnings: RowWarning[] = []
  return {
    take: (event) => {
      if (event.kind === 'head') community = event.head.community
      else if (event.kind === 'register') households++
      else if (event.kind === 'rejected') rejected.push(event.rejected)
      else if (event.kind === 'warning') warnings.push(event.warning)
      else {
        const { room, feeItem, owedFen } = event.row
        charges++
        arrearsFen = addFen(arrearsFen, owedFen)
        byFeeItem.set(feeItem, addFen(byFeeItem.get(feeItem) ?? zeroFen, owedFen))
        if (owedFen > 0) inArrears.add(room.key)
      }
    },
    summary: () => ({
      community,
      households,
      householdsInArrears: inArrears.size,
      charges,
      arrearsFen,
      byFeeItemFen: Object.fromEntries(byFeeItem),
      rejected,
      warnings,
    }),
  }
}

/** Reads a roll to its end for its figures alone. */
export async function summariseRoll(events: AsyncIterable<RollEvent>): Promise<RollSummary> {
  const tally = tallyRoll()
  for await (const event of events) tally.take(event)
  return tally.summary()
}
