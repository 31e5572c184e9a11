interface Row {
  readonly id: number
}

/** Rows, newest first, of which a slice was read again: those that are shown stay where they are, in their new words; newer ones come before. */
export function mergeSlice<R extends Row>(shown: readonly R[], slice: readonly R[]): readonly R[] {
  const newest = shown[0]?.id ?? 0
  const again = new Map(slice.map((row) => [row.id, row]))
  return [...slice.filter(({ id }) => id > newest), ...shown.map((row) => again.get(row.id) ?? row)]
}
