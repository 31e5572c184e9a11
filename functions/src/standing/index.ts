export { beingPaid, mayWePress, type Standing } from './may-we-press.ts'
