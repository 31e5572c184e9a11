export { invoicesRoutes } from './invoices/routes.ts'
export { receiptsRoutes } from './receipts/routes.ts'
export { accountStatementsRoutes, statementFilesRoutes } from './statement/routes.ts'
