/** How a number is shown, as far as it changes what the number means. */
export type NumberFormat = 'plain' | 'two-decimals' | 'date'

/** A cell with something in it. A formula is what it last came to; an error is a formula that came to nothing. */
export type Cell =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'number'
      readonly number: number
      readonly format: NumberFormat
      /** The number as days since 30 December 1899, should it be a date. */
      readonly serial: number
    }
  | { readonly kind: 'error'; readonly text: string }

/** A row that has cells, by column (A is 1). */
export interface SheetRow {
  readonly rowNumber: number
  readonly cells: ReadonlyMap<number, Cell>
}
