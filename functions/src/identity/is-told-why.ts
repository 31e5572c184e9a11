import type { Actor } from '../platform/context.ts'
import type { StaffRole } from '../platform/database-types.ts'
import { holdsAnyOf } from './access.ts'

/** Who answers what residents ask. Administrators may do everything. */
export const answeringRoles: readonly StaffRole[] = ['front_desk', 'finance', 'manager']

/**
 * Whether somebody is told why a home asks to pay later or less, and what it was answered: its owner, and staff who answer.
 * It may be illness, or a trouble of the family. To others of the home, and to those who only collect, how things stand, days
 * and sums are enough (个人信息保护法 6, 28). Pure.
 */
export function isToldWhy(actor: Actor): boolean {
  switch (actor.kind) {
    case 'person':
      return actor.relation === 'owner'
    case 'staff':
      return holdsAnyOf(actor.roles, answeringRoles)
    case 'system':
      return true
  }
}
