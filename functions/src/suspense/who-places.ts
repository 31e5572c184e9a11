import type { StaffRole } from '../platform/database-types.ts'

/** Who sees what is held. */
export const lookers: readonly StaffRole[] = ['finance', 'manager']

/** Who says whose it is. */
export const placers: readonly StaffRole[] = ['finance']

/** Who takes back what a colleague has placed: never one's own. */
export const undoers: readonly StaffRole[] = ['finance', 'manager']
