import type { StaffRole } from '../platform/database-types.ts'

/** Who decides about relief, and may see what was sent as evidence. Administrators may do everything. */
export const decidingRoles: readonly StaffRole[] = ['finance', 'manager']
