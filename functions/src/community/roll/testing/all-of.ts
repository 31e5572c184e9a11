import { type RollOptions, readRoll } from '../read-roll.ts'
import type { ArrearsRow, RegisterRow, RejectedRow, RollHead, RowWarning } from '../roll-rows.ts'
import type { RollSource } from '../workbook/gather-file.ts'

/** A roll read to its end, sorted by kind. */
export interface WholeRoll {
  readonly head: RollHead | undefined
  readonly register: readonly RegisterRow[]
  readonly arrears: readonly ArrearsRow[]
  readonly rejected: readonly RejectedRow[]
  readonly warnings: readonly RowWarning[]
}

export async function allOf(source: RollSource, options: RollOptions = {}): Promise<WholeRoll> {
  let head: RollHead | undefined
  const register: RegisterRow[] = []
  const arrears: ArrearsRow[] = []
  const rejected: RejectedRow[] = []
  const warnings: RowWarning[] = []
  for await (const event of readRoll(source, options)) {
    if (event.kind === 'head') head = event.head
    else if (event.kind === 'register') register.push(event.row)
    else if (event.kind === 'arrears') arrears.push(event.row)
    else if (event.kind === 'rejected') rejected.push(event.rejected)
    else warnings.push(event.warning)
  }
  return { head, register, arrears, rejected, warnings }
}

/** Rejections as `sheet row: why`, short enough to compare at a glance. */
export const whys = (rows: readonly { sheet: string; row: number; why: string }[]): string[] =>
  rows.map(({ sheet, row, why }) => `${sheet} ${row}: ${why}`)
