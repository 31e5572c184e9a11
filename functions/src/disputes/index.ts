export { auditDisputes } from './audit-disputes.ts'
export { markOverdueDisputes } from './mark-overdue-disputes.ts'
export { waitingDisputes } from './waiting-disputes.ts'
