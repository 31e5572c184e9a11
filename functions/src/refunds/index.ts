export { auditRefunds } from './audit-refunds.ts'
export { sendRefund } from './send-refund.ts'
export { sweepRefunds } from './sweep-refunds.ts'
export { takeRefundNotice } from './take-refund-notice.ts'
