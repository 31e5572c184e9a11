export type { RoomName } from './cells/read-room.ts'
export { readRoom, sayRoom } from './cells/read-room.ts'
export type { Field } from './column-names.ts'
export type { RollLimits } from './limits.ts'
export { rollLimits } from './limits.ts'
export type { RollOptions } from './read-roll.ts'
export { readRoll } from './read-roll.ts'
export type {
  ArrearsRow,
  IgnoredSheet,
  ReadSheet,
  RegisterRow,
  RejectedRow,
  RollEvent,
  RollHead,
  RowWarning,
} from './roll-rows.ts'
export type { RowDoubt, RowFault } from './rows/row-faults.ts'
export type { Role } from './sheets/find-header.ts'
export type { RollSummary, RollTally } from './summarise-roll.ts'
export { summariseRoll, tallyRoll } from './summarise-roll.ts'
export type { RollSource } from './workbook/gather-file.ts'
