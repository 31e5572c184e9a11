import type { Period } from '@anjiao/shared/calendar'
import type { ArrearsRow, RegisterRow } from '../roll-rows.ts'

/** A row of the file. */
interface Place {
  readonly sheet: string
  readonly rowNumber: number
}

/** What must be remembered of each home of the register until the arrears have been read; no more than that. */
export interface Home extends Place {
  /** Undefined when the home's register row was rejected. */
  readonly accepted: Pick<RegisterRow, 'ownerName' | 'areaHundredths'> | undefined
}

/** The homes of the register by key, and the periods each is already charged for. */
export interface Homes {
  readonly find: (key: string) => Home | undefined
  readonly add: (key: string, home: Home) => void
  /** Remembers a charge; answers the row of an earlier one of the same home and fee that covers some of its days. */
  readonly charge: (row: ArrearsRow) => Place | undefined
}

type Charged = Period & Place

export function homesOfRoll(): Homes {
  const homes = new Map<string, Home>()
  const charges = new Map<string, Charged[]>()
  return {
    find: (key) => homes.get(key),
    add: (key, home) => {
      homes.set(key, home)
    },
    charge: ({ room, feeItem, period, sheet, rowNumber }) => {
      const key = `${room.key} ${feeItem}`
      const taken = charges.get(key) ?? []
      charges.set(key, taken)
      return take(taken, { ...period, sheet, rowNumber })
    },
  }
}

/** Puts a period among others that are in order and do not overlap, unless it overlaps one: then answers that one. */
function take(taken: Charged[], next: Charged): Charged | undefined {
  let low = 0
  let high = taken.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((taken[middle]?.from ?? '') <= next.from) low = middle + 1
    else high = middle
  }
  const before = taken[low - 1]
  const after = taken[low]
  if (before && before.to >= next.from) return before
  if (after && after.from <= next.to) return after
  taken.splice(low, 0, next)
  return undefined
}
