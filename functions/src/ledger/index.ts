export { auditLedger, type Difference } from './audit.ts'
export { balancesAsOf, chargesAsOf, householdAsOf } from './balances.ts'
export { type Entry, type Line, post } from './post.ts'
export { reverse } from './reverse.ts'
