import { type Fen, plainYuan } from '@anjiao/shared/money'

export type Cell = string | number

/** Money is a number, so that it can be added up; numbers of orders and vouchers are text, so that they keep their zeros. */
export interface SheetOf {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

export const yuan = (amount: Fen | null): Cell => (amount === null ? '' : Number(plainYuan(amount)))

/** Instants as a clerk reads them: `2026-11-23 10:05`. */
const shanghai = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
})
export const instant = (at: Date | null): string => (at === null ? '' : shanghai.format(at))
