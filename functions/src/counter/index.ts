export { auditCounter } from './audit-counter.ts'
