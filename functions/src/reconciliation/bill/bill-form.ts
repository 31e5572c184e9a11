import { Refusal } from '../../platform/refusal.ts'

/**
 * What one kind of bill looks like. Everything is found by its name in the header, nothing by its place. A `Line` is a row
 * together with what it adds to the summary.
 */
export interface BillForm<Row, Line> {
  /** What the header of the summary begins with. */
  readonly summaryBegins: string
  /**
   * A column of free text. Merchants write it, so that it may hold `` ,` ``, what stands between two fields: a row with too many
   * fields has them here.
   */
  readonly freeText: string
  /** What the summary must say, and what it may. */
  readonly totals: readonly Total<Line>[]
  /** Finds the columns in the header, and makes what reads a line by them. */
  readonly lines: (columns: Columns) => (cells: Cells) => Line
  readonly row: (line: Line) => Row
}

/** One figure of the summary, and what a line adds to it. */
export interface Total<Line> {
  readonly name: string
  readonly optional?: true
  readonly of: (line: Line) => number
  readonly read: (text: string) => number | undefined
  /** Another way in which the sum may be written; only exactly unless said. */
  readonly orAs?: (sum: number) => number
}

/** The header of a bill. */
export interface Columns {
  /** The place of a column that is needed. Refuses the bill when it has none. */
  need(name: string): number
  /** The place of a column that not every layout has. */
  find(name: string): number | undefined
}

/** The fields of one row. */
export interface Cells {
  text(at: number): string
  /** Reads a field by a rule. Refuses the bill, naming the line and the column, when the rule cannot. */
  read<T>(at: number, rule: (text: string) => T | undefined): T
}

/** Names as the header writes them; 收支金额(元) is found with brackets of either width. */
export const headerNames = (line: string): string[] =>
  line.split(',').map((name) => name.normalize('NFKC').trim())

export function columnsOf(names: readonly string[]): Columns {
  const places = new Map(names.map((name, at) => [name, at]))
  return {
    find: (name) => places.get(name),
    need: (name) => {
      const at = places.get(name)
      if (at === undefined) {
        throw new Refusal('bill-column-missing', { column: name, found: names.join(',').slice(0, 40) })
      }
      return at
    },
  }
}
