import type { StaffRole } from '../platform/database-types.ts'

/** Who builds and runs campaigns, and sets rules. Administrators may do everything. */
export const buildingRoles: readonly StaffRole[] = ['manager']

/** Who looks at what is sent and what came of it. */
export const lookingRoles: readonly StaffRole[] = [...buildingRoles, 'finance']
