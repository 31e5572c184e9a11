export { asResident, asStaff, type OwnHousehold } from './access.ts'
