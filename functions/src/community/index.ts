export { type ImportedRoll, importRoll } from './import-roll.ts'
export { forgetRollFiles } from './preview-roll.ts'
export type { RollSource } from './roll/index.ts'
