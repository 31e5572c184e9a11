export { auditStatements } from './audit-statements.ts'
