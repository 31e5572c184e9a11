import type { RoomName } from '../cells/read-room.ts'
import { sayRoom } from '../cells/read-room.ts'
import type { RollEvent } from '../roll-rows.ts'
import type { Homes } from './homes.ts'
import { isFault } from './read-home.ts'
import { isSameHome, readRegisterRow } from './read-register-row.ts'
import { type Fault, type RowView, rejectedRow, rowWarning } from './row-view.ts'

/**
 * Reads a register row and holds it against the homes before it: a home is registered once, and the later row is
 * rejected, whatever became of the earlier. In a sheet with a row per fee (`mayRepeat`) a row that says the same of
 * its home again adds nothing and is no fault.
 */
export function checkRegisterRow(
  view: RowView,
  room: RoomName,
  homes: Homes,
  mayRepeat: boolean,
): RollEvent[] {
  const earlier = homes.find(room.key)
  const read = readRegisterRow(view, room)
  const place = { sheet: view.sheet, rowNumber: view.rowNumber }
  if (isFault(read)) {
    if (!earlier) homes.add(room.key, { ...place, accepted: undefined })
    return [rejected(view, read)]
  }
  if (earlier) {
    if (mayRepeat && earlier.accepted && isSameHome(earlier.accepted, read.row)) return []
    const facts = { room: sayRoom(room), otherSheet: earlier.sheet, otherRow: earlier.rowNumber }
    return [rejected(view, { why: 'duplicate room', field: 'room', facts })]
  }
  const { ownerName, areaHundredths } = read.row
  homes.add(room.key, { ...place, accepted: { ownerName, areaHundredths } })
  return [
    { kind: 'register', row: read.row },
    ...read.doubts.map((doubt): RollEvent => ({ kind: 'warning', warning: rowWarning(view, doubt) })),
  ]
}

const rejected = (view: RowView, fault: Fault): RollEvent => ({
  kind: 'rejected',
  rejected: rejectedRow(view, fault),
})
