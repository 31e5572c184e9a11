import type { BusinessDate } from '@anjiao/shared/calendar'
import type { Fen } from '@anjiao/shared/money'
import type { ShownHold, WhyNotPress } from '@anjiao/shared/vocabulary'

/** What holds a charge, as whoever asks is told: promised, or under review. */
export interface HeldFor {
  readonly matter: ShownHold
  readonly granted: boolean
}

/** What decides about pressing for a charge on a day. */
export interface ChargeFacts {
  readonly dueDate: BusinessDate
  readonly openFen: Fen
  readonly cancelled: boolean
  /** What holds it on that day; of several the foremost. */
  readonly hold: HeldFor | null
  /** Somebody is about to pay it. */
  readonly paying: boolean
}

/**
 * Why nobody may press for a charge on a day; null: we may. Where several reasons hold, the first one of: there is
 * nothing to press for; it is held (in the order of `holds_on`); it is being paid; its day has not passed. Pure.
 */
export function whyNotPress(charge: ChargeFacts, today: BusinessDate): WhyNotPress | null {
  if (charge.cancelled) return 'cancelled'
  if (charge.openFen === 0) return 'settled'
  if (charge.hold) return whyHeld(charge.hold)
  if (charge.paying) return 'paying'
  return charge.dueDate >= today ? 'not_due' : null
}

const whyHeld = ({ matter, granted }: HeldFor): WhyNotPress =>
  matter === 'dispute' || matter === 'paused' || granted ? matter : `${matter}_review`
