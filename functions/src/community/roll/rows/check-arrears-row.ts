import type { RoomName } from '../cells/read-room.ts'
import { sayRoom } from '../cells/read-room.ts'
import type { ArrearsRow, RollEvent } from '../roll-rows.ts'
import type { Homes } from './homes.ts'
import { readArrearsRow } from './read-arrears-row.ts'
import { isFault } from './read-home.ts'
import { type Doubt, type Fault, type RowView, rejectedRow, rowWarning } from './row-view.ts'

export type KnownHome = (key: string) => boolean

/** Reads an arrears row and holds it against the register, and against the charges before it. */
export function checkArrearsRow(
  view: RowView,
  room: RoomName,
  homes: Homes,
  isKnown: KnownHome,
): RollEvent[] {
  const read = readArrearsRow(view, room)
  const fault = isFault(read) ? read : (homeFault(room, homes, isKnown) ?? overlapFault(read.row, homes))
  if (fault) return [{ kind: 'rejected', rejected: rejectedRow(view, fault) }]
  if (isFault(read)) return []
  const doubts = [...read.doubts, ...ownerDoubt(read.row, homes)]
  return [
    { kind: 'arrears', row: read.row },
    ...doubts.map((doubt): RollEvent => ({ kind: 'warning', warning: rowWarning(view, doubt) })),
  ]
}

function homeFault(room: RoomName, homes: Homes, isKnown: KnownHome): Fault | undefined {
  const home = homes.find(room.key)
  if (home?.accepted) return undefined
  if (!home) {
    if (isKnown(room.key)) return undefined
    return { why: 'no such room in the register', field: 'room', facts: { room: sayRoom(room) } }
  }
  const facts = { room: sayRoom(room), otherSheet: home.sheet, otherRow: home.rowNumber }
  return { why: 'its register row was rejected', field: 'room', facts }
}

function overlapFault(row: ArrearsRow, homes: Homes): Fault | undefined {
  const other = homes.charge(row)
  if (!other) return undefined
  return {
    why: 'period overlaps another row',
    field: 'feeItem',
    facts: {
      room: sayRoom(row.room),
      feeItem: row.feeItem,
      otherSheet: other.sheet,
      otherRow: other.rowNumber,
    },
  }
}

/** Debt stays with who owed it: a name other than the register's may be a former owner's. */
function ownerDoubt(row: ArrearsRow, homes: Homes): Doubt[] {
  const owner = homes.find(row.room.key)?.accepted?.ownerName
  const named = row.ownerName
  if (owner === undefined || named === '' || owner.includes(named) || named.includes(owner)) return []
  return [{ why: 'owner differs from the register', field: 'ownerName', facts: { ownerName: owner } }]
}
