import type { ChargeId, HouseholdId } from '@anjiao/shared/ids'
import { type SuspenseHint, suspenseHints } from '@anjiao/shared/vocabulary'
import type { Hit } from './home-hits.ts'

export interface Ranked {
  readonly householdId: HouseholdId
  /** The strongest first. */
  readonly hints: readonly SuspenseHint[]
  /** What the sum is for, where one of the hints says so; none: what is due, oldest first. */
  readonly chargeIds: readonly ChargeId[]
}

/** Homes that are shown for one item. Whoever needs more of them looks for the home. */
const shownMost = 3

/** How much each hint says; two weak ones together say less than who tried to pay. */
const weights = {
  attempt: 100,
  room: 60,
  payer: 50,
  instalment: 30,
  home: 30,
  charge: 20,
} as const satisfies Record<SuspenseHint, number>

/** A name that more homes bear than this is nobody's by itself. */
const sameNameMost = 5

/** Of all that speaks for homes the few that it speaks for most, the likeliest first. Pure. */
export function rankHomes(hits: readonly Omit<Hit, 'itemId'>[]): Ranked[] {
  const sameName = hits.filter(({ hint }) => hint === 'payer').length
  return [...Map.groupBy(hits, ({ householdId }) => householdId)]
    .map(([householdId, its]) => ({ ...rankedOf(householdId, its), weight: weightOf(its) }))
    .filter(({ hints }) => hints.length > 1 || hints[0] !== 'payer' || sameName <= sameNameMost)
    .toSorted((a, b) => b.weight - a.weight || a.householdId - b.householdId)
    .slice(0, shownMost)
    .map(({ weight: _, ...ranked }) => ranked)
}

function rankedOf(householdId: HouseholdId, its: readonly Omit<Hit, 'itemId'>[]): Ranked {
  const said = new Set(its.map(({ hint }) => hint))
  const hints = order.filter((hint) => said.has(hint))
  const meant = its.find(({ hint }) => hint === 'instalment') ?? its.find(({ hint }) => hint === 'charge')
  return { householdId, hints, chargeIds: said.has('home') ? [] : (meant?.chargeIds ?? []) }
}

const weightOf = (its: readonly Omit<Hit, 'itemId'>[]): number =>
  [...new Set(its.map(({ hint }) => hint))].reduce((sum, hint) => sum + weights[hint], 0)

const order = (Object.keys(suspenseHints) as SuspenseHint[]).toSorted((a, b) => weights[b] - weights[a])
