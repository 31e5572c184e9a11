import type { Comparison } from './comparison.ts'

const columns = ['id', 'what', 'size', 'floor', 'system', 'unit', 'ratio', 'aim', ''] as const

/** The comparisons as a table for a terminal, one line each. */
export function table(comparisons: readonly Comparison[]): string {
  const lines = [
    [...columns],
    ...comparisons.map(({ id, what, size, floor, system, unit, ratio, aim, ok }) => [
      id,
      what,
      size,
      shown(floor),
      shown(system),
      unit,
      String(ratio),
      aim ?? '',
      aim === null ? '' : ok ? 'ok' : 'SHORT',
    ]),
  ]
  const widths = columns.map((_, at) => Math.max(...lines.map((line) => line[at]?.length ?? 0)))
  return lines
    .map((line) =>
      line
        .map((cell, at) => (isNumber(cell) ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

const shown = (value: number): string => value.toLocaleString('en-GB', { maximumSignificantDigits: 4 })
const isNumber = (cell: string): boolean => /^[\d.,]+$/.test(cell)
