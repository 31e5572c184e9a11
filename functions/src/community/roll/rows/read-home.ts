import { plainText } from '../cells/cell-text.ts'
import { type RoomName, readRoom } from '../cells/read-room.ts'
import type { Field } from '../column-names.ts'
import type { Fault, RowView } from './row-view.ts'

/** Which home a row is about. */
export function readHome(view: RowView): RoomName | Fault {
  const fault = formulaFault(view, ['building', 'unit', 'room'])
  if (fault) return fault
  if (!view.cell('room')) return { why: 'room is missing', field: 'room' }
  const said = (field: Field) => plainText(view.cell(field))
  const building = view.has('building') ? said('building') : view.sheetBuilding
  const room = readRoom({ building, unit: said('unit'), room: said('room') })
  return room ?? { why: 'room is not understood', field: 'room' }
}

/** The first of these cells whose formula came to an error. */
export function formulaFault(view: RowView, fields: readonly Field[]): Fault | undefined {
  const field = fields.find((each) => view.cell(each)?.kind === 'error')
  return field && { why: 'cell holds a formula error', field }
}

/** The first of these cells that is merged with cells of other rows. */
export function mergeFault(view: RowView, fields: readonly Field[]): Fault | undefined {
  const field = fields.find((each) => view.isShared(each))
  return field && { why: 'cell is merged with other rows', field }
}

export const isFault = (read: object): read is Fault => 'why' in read
