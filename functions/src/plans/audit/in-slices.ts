import type { Difference } from '../../ledger/index.ts'

/**
 * Looks at row after row, by id, and answers what does not agree. No more than `most` rows are in memory at once, however many
 * there are: `next` reads so many above an id.
 */
export async function inSlices<Row extends { readonly id: number }>(
  most: number,
  next: (above: number, most: number) => Promise<Row[]>,
  differenceOf: (row: Row) => Difference | undefined,
): Promise<Difference[]> {
  const found: Difference[] = []
  let above = 0
  for (;;) {
    const slice = await next(above, most)
    found.push(...slice.flatMap((row) => differenceOf(row) ?? []))
    const last = slice.at(-1)
    if (!last || slice.length < most) return found
    above = last.id
  }
}
