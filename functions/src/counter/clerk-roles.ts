import type { StaffRole } from '../platform/database-types.ts'

/** Who takes money and may hold a till: at the desk, or with a phone on the way. */
export const clerkRoles: readonly StaffRole[] = ['front_desk', 'finance', 'collector']

/** Who confirms a count that is not their own. */
export const confirmingRoles: readonly StaffRole[] = ['finance', 'manager']

/** Who sees what the counter has taken. */
export const counterRoles: readonly StaffRole[] = [...clerkRoles, 'manager']
