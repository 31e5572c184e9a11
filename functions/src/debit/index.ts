export { auditDebits } from './audit-debit.ts'
export { bytesText } from './layout/text-bytes.ts'
export { eraseAccounts } from './mandate/erase-accounts.ts'
export { bookDebits } from './result/book-debits.ts'
