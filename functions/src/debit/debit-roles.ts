import type { StaffRole } from '../platform/database-types.ts'

/** Who makes batches, takes files to the bank and results in. Administrators may do everything. */
export const debitRoles: readonly StaffRole[] = ['finance']

/** Who looks at them, and lets a batch go that somebody else made. */
export const releasingRoles: readonly StaffRole[] = ['finance', 'manager']
