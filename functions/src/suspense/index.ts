export { auditSuspense } from './audit-suspense.ts'
