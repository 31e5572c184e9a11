import type { BusinessDate } from '@anjiao/shared/calendar'
import { readDate } from '../cells/read-date.ts'
import { readArea, readRate } from '../cells/read-measure.ts'
import { readPhones } from '../cells/read-phones.ts'
import type { RoomName } from '../cells/read-room.ts'
import type { RegisterRow } from '../roll-rows.ts'
import { formulaFault, mergeFault } from './read-home.ts'
import type { RowFault } from './row-faults.ts'
import { type Doubt, type Fault, type RowView, text } from './row-view.ts'

const largestAreaHundredths = 100_000_000
const highestRate = 10_000_000

/** One row of the register by itself: the home and its owner, with what is odd about it, or why it is left out. */
export function readRegisterRow(
  view: RowView,
  room: RoomName,
): { readonly row: RegisterRow; readonly doubts: readonly Doubt[] } | Fault {
  const fault = formulaFault(view, ['ownerName', 'area', 'rate']) ?? mergeFault(view, ['area'])
  if (fault) return fault
  const ownerName = text(view, 'ownerName')
  if (ownerName === '') return { why: 'owner name is missing', field: 'ownerName' }
  const areaHundredths = area(view)
  if (typeof areaHundredths === 'string') return { why: areaHundredths, field: 'area' }
  const rate = ratePerMonth(view)
  if (typeof rate === 'string') return { why: rate, field: 'rate' }

  const doubts: Doubt[] = []
  if (rate === 0) doubts.push({ why: 'rate is zero', field: 'rate' })
  const row: RegisterRow = {
    sheet: view.sheet,
    rowNumber: view.rowNumber,
    room,
    ownerName,
    phones: phones(view, doubts),
    areaHundredths,
    usage: text(view, 'usage') || undefined,
    rateTenThousandths: rate || undefined,
    handoverDate: handoverDate(view, doubts),
    remark: text(view, 'remark'),
  }
  return { row, doubts }
}

/** Whether two rows say the same of one home: where owners and arrears share a sheet, a home has a row per fee. */
type Likeness = Pick<RegisterRow, 'ownerName' | 'areaHundredths'>
export const isSameHome = (one: Likeness, other: Likeness): boolean =>
  one.ownerName === other.ownerName && one.areaHundredths === other.areaHundredths

function area(view: RowView): number | RowFault {
  const cell = view.cell('area')
  const read = cell ? readArea(cell) : 'not a number'
  if (read === 'not a number') return 'area is not a number'
  if (read === 'too precise') return 'area has more than two decimals'
  if (read <= 0) return 'area is not positive'
  return read > largestAreaHundredths ? 'area is too large' : read
}

function ratePerMonth(view: RowView): number | undefined | RowFault {
  if (!view.has('rate')) return undefined
  const cell = view.cell('rate')
  const read = cell ? readRate(cell) : 'not a number'
  if (read === 'not a number') return 'rate is not a number'
  if (read === 'too precise') return 'rate has more than four decimals'
  if (read < 0) return 'rate is not positive'
  return read > highestRate ? 'rate is too large' : read
}

function phones(view: RowView, doubts: Doubt[]): readonly string[] {
  const found = new Set<string>()
  for (const field of ['phone', 'otherPhone'] as const) {
    const cell = view.cell(field)
    if (cell?.kind === 'error') doubts.push({ why: 'cell holds a formula error', field })
    else {
      const read = readPhones(cell)
      for (const phone of read.phones) found.add(phone)
      if (read.hasBad) doubts.push({ why: 'phone is not a mobile number', field })
    }
  }
  return [...found]
}

function handoverDate(view: RowView, doubts: Doubt[]): BusinessDate | undefined {
  const cell = view.cell('handoverDate')
  if (!cell) return undefined
  const day = cell.kind === 'error' ? undefined : readDate(cell, 'first')
  if (cell.kind === 'error') doubts.push({ why: 'cell holds a formula error', field: 'handoverDate' })
  else if (!day) doubts.push({ why: 'handover date is not understood', field: 'handoverDate' })
  return day
}
