export { auditProof } from './audit-proof.ts'
export { issueMissingReceipts } from './receipts/issue-missing-receipts.ts'
export { issueReceipt } from './receipts/issue-receipt.ts'
export { setReceiptPdf } from './receipts/set-receipt-pdf.ts'
