import { Refusal } from '../../platform/refusal.ts'
import type { Total } from './bill-form.ts'

/** The totals of the rows read so far, to be compared with the bill's own summary. */
export interface Sums<Line> {
  add(line: Line): void
  /** Refuses the bill when its summary lacks a figure, or says another than the rows add up to; names all that differ. */
  compare(names: readonly string[], figures: readonly string[]): void
}

export function sumUp<Line>(totals: readonly Total<Line>[]): Sums<Line> {
  const sums = totals.map(() => 0)
  let lines = 0
  return {
    add(line) {
      lines += 1
      totals.forEach((total, at) => {
        const sum = (sums[at] ?? 0) + total.of(line)
        if (!Number.isSafeInteger(sum))
          throw new RangeError(`${total.name} is beyond 2^53 after ${lines} rows`)
        sums[at] = sum
      })
    },
    compare(names, figures) {
      if (figures.length !== names.length) throw new Refusal('bill-cut-off', { lines })
      const differing = totals.filter((total, at) => {
        const figure = figures[names.indexOf(total.name)]
        if (figure === undefined) {
          if (total.optional) return false
          throw new Refusal('bill-column-missing', {
            column: total.name,
            found: names.join(',').slice(0, 40),
          })
        }
        const said = total.read(figure)
        const sum = sums[at] ?? 0
        return said === undefined || (said !== sum && said !== total.orAs?.(sum))
      })
      if (differing.length > 0) {
        throw new Refusal('bill-sums-differ', { what: differing.map(({ name }) => name).join('、') })
      }
    },
  }
}
