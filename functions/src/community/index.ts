export { type ImportedRoll, importRoll } from './import-roll.ts'
export type { RollSource } from './roll/index.ts'
