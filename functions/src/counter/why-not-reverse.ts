import type { BusinessDate } from '@anjiao/shared/calendar'
import type { PersonId } from '@anjiao/shared/ids'
import type { RefusalCode } from '@anjiao/shared/refusals'
import { holdsAnyOf } from '../identity/index.ts'
import type { Ctx } from '../platform/context.ts'

export interface TakenReceipt {
  readonly takenById: PersonId
  /** Of a cheque: who told that the bank has paid it. */
  readonly clearedById: PersonId | null
  readonly takenOn: BusinessDate
  /** False once the till that it went into has been counted. */
  readonly tillOpen: boolean
}

/** Why somebody may not take a receipt back: never one's own; finance alone once the day is over or the till counted. Pure. */
export function whyNotReverse(
  { actor, today }: Pick<Ctx, 'actor' | 'today'>,
  receipt: TakenReceipt,
): RefusalCode | undefined {
  if (actor.kind !== 'staff') return 'not-allowed'
  if (actor.personId === receipt.takenById || actor.personId === receipt.clearedById) return 'own-receipt'
  if (holdsAnyOf(actor.roles, ['finance'])) return undefined
  if (!holdsAnyOf(actor.roles, ['front_desk', 'manager'])) return 'not-allowed'
  return receipt.takenOn === today && receipt.tillOpen ? undefined : 'reverse-by-finance'
}
