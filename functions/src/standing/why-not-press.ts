import type { BusinessDate } from '@anjiao/shared/calendar'
import type { Fen } from '@anjiao/shared/money'
import type { HoldMatter, WhyNotPress } from '@anjiao/shared/vocabulary'

/** What decides about pressing for a charge on a day. */
export interface ChargeFacts {
  readonly dueDate: BusinessDate
  readonly openFen: Fen
  readonly cancelled: boolean
  /** What holds it on that day. */
  readonly holds: readonly { readonly matter: HoldMatter; readonly granted: boolean }[]
  /** Somebody is about to pay it. */
  readonly paying: boolean
}

/**
 * Why nobody may press for a charge on a day; null: we may. Where several reasons hold, the first one of: there is
 * nothing to press for; it may be wrong and waits for our answer; it was promised that we wait; it is asked that we wait,
 * and that waits for our answer; it is being paid; its day has not passed. Pure.
 */
export function whyNotPress(charge: ChargeFacts, today: BusinessDate): WhyNotPress | null {
  if (charge.cancelled) return 'cancelled'
  if (charge.openFen === 0) return 'settled'
  const held = inOrder.find(({ matter, granted }) =>
    charge.holds.some((hold) => hold.matter === matter && (granted === null || hold.granted === granted)),
  )
  if (held) return held.why
  if (charge.paying) return 'paying'
  return charge.dueDate >= today ? 'not_due' : null
}

interface HoldReason {
  readonly matter: HoldMatter
  /** Null: whether or not it was granted. */
  readonly granted: boolean | null
  readonly why: WhyNotPress
}

const inOrder: readonly HoldReason[] = [
  { matter: 'dispute', granted: null, why: 'dispute' },
  { matter: 'plan', granted: true, why: 'plan' },
  { matter: 'deferral', granted: true, why: 'deferral' },
  { matter: 'relief', granted: true, why: 'relief' },
  { matter: 'plan', granted: false, why: 'plan_review' },
  { matter: 'deferral', granted: false, why: 'deferral_review' },
  { matter: 'relief', granted: false, why: 'relief_review' },
]
