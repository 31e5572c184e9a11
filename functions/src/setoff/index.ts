export { auditSetOffs } from './audit-set-offs.ts'
export { queueSetOffs } from './queue-set-offs.ts'
export { setOffHome } from './set-off-home.ts'
