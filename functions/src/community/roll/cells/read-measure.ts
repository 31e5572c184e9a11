import type { Cell } from '../workbook/cell.ts'
import { plainText } from './cell-text.ts'
import { formatDecimal, scaled, type Unreadable } from './decimal.ts'

// Full-width forms are made plain before: ㎡ and m² both read `m2`.
const area = '(?:m2|平方米|平方|平米|平)'
const areaUnit = new RegExp(`${area}$`, 'i')
const rateUnit = new RegExp(`元?(?:[/每·.*]*(?:${area}|个?月))*$`, 'i')

/** Of text that may be a number with its unit. */
const longestMeasure = 50

/** Reads an area in 0.01 ㎡: `98.6`, `98.60㎡`, `98.6平方米`. */
export const readArea = (cell: Cell): number | Unreadable => readMeasure(cell, areaUnit, 2)

/** Reads a price per ㎡ and month in 1/10000 yuan: `2.2`, `2.20元`, `1.88元/㎡·月`. */
export const readRate = (cell: Cell): number | Unreadable => readMeasure(cell, rateUnit, 4)

function readMeasure(cell: Cell, unit: RegExp, places: number): number | Unreadable {
  if (cell.kind === 'number') return scaled(formatDecimal(cell.number), places)
  const text = plainText(cell)
  if (text.length > longestMeasure) return 'not a number'
  return scaled(text.replace(/^¥/, '').replace(unit, '').replaceAll(',', ''), places)
}
