import type { BusinessDate, Period } from '@anjiao/shared/calendar'
import { withoutSpaces } from '../cells/cell-text.ts'
import { type Edge, isAmbiguousMonth, readDate } from '../cells/read-date.ts'
import { readPeriod } from '../cells/read-period.ts'
import type { RoomName } from '../cells/read-room.ts'
import type { Field } from '../column-names.ts'
import type { ArrearsRow } from '../roll-rows.ts'
import { readArrearsAmounts } from './read-arrears-amounts.ts'
import { formulaFault, isFault } from './read-home.ts'
import { type Doubt, type Fault, type RowView, text } from './row-view.ts'

const periodFields = ['period', 'periodFrom', 'periodTo'] as const

/** One row of the arrears by itself: what a home owes, with what is odd about it, or why it is left out. */
export function readArrearsRow(
  view: RowView,
  room: RoomName,
): { readonly row: ArrearsRow; readonly doubts: readonly Doubt[] } | Fault {
  const fault = formulaFault(view, ['feeItem', ...periodFields])
  if (fault) return fault
  const feeItem = withoutSpaces(text(view, 'feeItem'))
  if (feeItem === '') return { why: 'fee item is missing', field: 'feeItem' }
  const period = readRowPeriod(view)
  if (isFault(period)) return period
  const amounts = readArrearsAmounts(view)
  if (isFault(amounts)) return amounts

  const row: ArrearsRow = {
    sheet: view.sheet,
    rowNumber: view.rowNumber,
    room,
    ownerName: text(view, 'ownerName'),
    feeItem,
    period,
    ...amounts,
    remark: text(view, 'remark'),
  }
  const unsure = periodFields.filter((field) => {
    const cell = view.cell(field)
    return cell !== undefined && isAmbiguousMonth(cell)
  })
  return { row, doubts: unsure.map((field) => ({ why: 'month may be October', field })) }
}

/** From a start and an end where both have a column, else from the one column that holds both. */
function readRowPeriod(view: RowView): Period | Fault {
  if (!view.has('periodFrom') || !view.has('periodTo')) {
    const cell = view.cell('period')
    if (!cell) return { why: 'period is missing', field: 'period' }
    return inOrder(readPeriod(cell) ?? { why: 'period is not understood', field: 'period' }, 'period')
  }
  const from = readEdge(view, 'periodFrom', 'first')
  if (typeof from === 'object') return from
  const to = readEdge(view, 'periodTo', 'last')
  return typeof to === 'object' ? to : inOrder({ from, to }, 'periodTo')
}

function readEdge(view: RowView, field: Field, edge: Edge): BusinessDate | Fault {
  const cell = view.cell(field)
  if (!cell) return { why: 'period is missing', field }
  return readDate(cell, edge) ?? { why: 'period is not understood', field }
}

const inOrder = (period: Period | Fault, field: Field): Period | Fault =>
  isFault(period) || period.from <= period.to
    ? period
    : { why: 'period ends before it starts', field, facts: { from: period.from, to: period.to } }
