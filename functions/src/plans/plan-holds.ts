import { addDays, type BusinessDate } from '@anjiao/shared/calendar'
import type { ChargeId } from '@anjiao/shared/ids'
import { type PlanState, planStates } from '@anjiao/shared/plan-life'
import type { HeldDays } from '../billing/index.ts'

const granted: ReadonlySet<PlanState> = new Set(['signed', 'active', 'cured'])

interface Span {
  readonly granted: boolean
  readonly from: BusinessDate
  readonly to: BusinessDate | null
}

/**
 * The days on which a plan holds its charges: from when it is asked for, with the day on which it ends or is broken, and
 * again from the day on which it is caught up, as the table of its life says. While it runs, what it lets go when it is
 * kept is not to be paid. Pure.
 */
export function planHolds(
  happened: readonly { readonly to: PlanState; readonly on: BusinessDate }[],
  charges: readonly { readonly id: ChargeId; readonly waived: boolean }[],
): HeldDays[] {
  const spans: Span[] = []
  let open: Omit<Span, 'to'> | undefined
  for (const { to, on } of happened) {
    const paused = planStates[to].pressing === 'paused'
    if (open && (!paused || granted.has(to) !== open.granted)) {
      const last = paused ? addDays(on, -1) : on
      if (last >= open.from) spans.push({ ...open, to: last })
      open = undefined
    }
    if (paused) open ??= { granted: granted.has(to), from: on }
  }
  if (open) spans.push({ ...open, to: null })
  return charges.flatMap(({ id: chargeId, waived }) =>
    spans.map((span) => ({ chargeId, ...span, waives: waived && span.granted })),
  )
}
