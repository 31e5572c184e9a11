import type { DebitLeftOut } from '@anjiao/shared/debit-life'
import type { ChargeId } from '@anjiao/shared/ids'
import { type Fen, minFen, sumFen, zeroFen } from '@anjiao/shared/money'
import type { WhyNotPress } from '@anjiao/shared/vocabulary'

/** A charge that a mandate is for, as it stands. */
export interface DebitableCharge {
  readonly id: ChargeId
  readonly openFen: Fen
  /** Due by the day of the debit. */
  readonly isDue: boolean
  /** Why nobody may press for it now. */
  readonly why: WhyNotPress | null
}

export interface DebitFacts {
  readonly limitFen: Fen
  /** Whoever gave the mandate is still the owner, and the home still theirs. */
  readonly isOwners: boolean
  /** It waits for the bank in another batch. */
  readonly inBatch: boolean
  /** Fees for services alone, of the mandate alone: a late fee is never debited. */
  readonly charges: readonly DebitableCharge[]
  /** What of running plans has fallen due by the day. */
  readonly instalments: readonly { readonly leftFen: Fen; readonly chargeIds: readonly ChargeId[] }[]
}

export interface DebitDecision {
  readonly why: DebitLeftOut | null
  readonly amountFen: Fen
  readonly chargeIds: readonly ChargeId[]
}

/**
 * Whether a home is debited, how much and for what: what is due and nobody may say anything against; of a home with a plan
 * that has something due, the instalment alone. What is disputed, deferred or under review is left out, and the home with it when
 * nothing else is due. Pure.
 */
export function decideDebit(facts: DebitFacts): DebitDecision {
  const { amountFen, chargeIds } = wanted(facts)
  return { why: whyLeftOut(facts, amountFen), amountFen, chargeIds }
}

function wanted({ charges, instalments }: DebitFacts): Omit<DebitDecision, 'why'> {
  for (const { leftFen, chargeIds } of instalments) {
    const own = charges.filter(({ id, why }) => why === 'plan' && chargeIds.includes(id))
    const amountFen = minFen(leftFen, openOf(own))
    if (amountFen > 0) return { amountFen, chargeIds: own.map(({ id }) => id) }
  }
  const due = charges.filter(({ isDue, why }) => isDue && (why === null || why === 'not_due'))
  return { amountFen: openOf(due), chargeIds: due.map(({ id }) => id) }
}

const openOf = (charges: readonly DebitableCharge[]): Fen => sumFen(charges.map(({ openFen }) => openFen))

function whyLeftOut(
  { limitFen, isOwners, inBatch, charges }: DebitFacts,
  amountFen: Fen,
): DebitLeftOut | null {
  if (!isOwners) return 'transferred'
  if (inBatch) return 'in_batch'
  if (charges.some(({ why }) => why === 'paying')) return 'paying'
  if (amountFen === zeroFen)
    return charges.some(({ isDue, why }) => isDue && why !== null && held.has(why)) ? 'held' : 'nothing_due'
  return amountFen > limitFen ? 'over_limit' : null
}

const held: ReadonlySet<WhyNotPress> = new Set([
  'plan',
  'plan_review',
  'deferral',
  'deferral_review',
  'relief',
  'relief_review',
  'dispute',
  'paused',
])
