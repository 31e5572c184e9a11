export { type ImportedRoll, importRoll } from './import-roll.ts'
export { lockHome } from './lock-home.ts'
export { forgetRollFiles } from './preview-roll.ts'
export type { RollSource } from './roll/index.ts'
