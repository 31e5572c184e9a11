import type { BusinessDate, Period } from '@anjiao/shared/calendar'
import type { Fen } from '@anjiao/shared/money'
import type { RoomName } from './cells/read-room.ts'
import type { Field } from './column-names.ts'
import type { RowDoubt, RowFault } from './rows/row-faults.ts'
import type { Role } from './sheets/find-header.ts'

/** 业主档案, one home and its owner. */
export interface RegisterRow {
  readonly sheet: string
  readonly rowNumber: number
  readonly room: RoomName
  readonly ownerName: string
  /** Mobile numbers of eleven digits, each once. */
  readonly phones: readonly string[]
  readonly areaHundredths: number
  /** 住宅, 商铺 …, as the file says it; undefined when it does not. */
  readonly usage: string | undefined
  /** Per ㎡ and month in 1/10000 yuan (2.20 元 is 22000), above zero; undefined when no price by area applies. */
  readonly rateTenThousandths: number | undefined
  readonly handoverDate: BusinessDate | undefined
  readonly remark: string
}

/** 欠费明细, what one home owes of one fee for one period. charged = paid + owed, charged > 0, paid and owed ≥ 0. */
export interface ArrearsRow {
  readonly sheet: string
  readonly rowNumber: number
  readonly room: RoomName
  /** As this row names the owner, who may be a former one; empty when it does not. */
  readonly ownerName: string
  readonly feeItem: string
  readonly period: Period
  readonly chargedFen: Fen
  readonly paidFen: Fen
  readonly owedFen: Fen
  readonly remark: string
}

/** What a person needs to find a cell of the file again, and what is to be said about it. */
interface Remarked<Why> {
  readonly sheet: string
  readonly row: number
  /** The name of the column as it stands in the file. */
  readonly column: string
  /** What the cell shows. */
  readonly value: string
  readonly why: Why
  /** The same for people, in Chinese. */
  readonly reason: string
}
export type RejectedRow = Remarked<RowFault>
export type RowWarning = Remarked<RowDoubt>

export interface ReadSheet {
  readonly sheet: string
  readonly roles: readonly Role[]
  readonly headerRow: number
  readonly columns: readonly { readonly field: Field; readonly name: string; readonly letters: string }[]
  /** Columns that were not read, by name. */
  readonly unused: readonly string[]
}
export interface IgnoredSheet {
  readonly sheet: string
  /** Why, in Chinese: hidden, without a table, or which columns are missing. */
  readonly because: string
}

/** 表头. What a roll is about and how it is going to be read; told before any row. */
export interface RollHead {
  /** Of the file's bytes, in hexadecimal: the same file again has the same. */
  readonly sha256: string
  /** As the titles name it; undefined when they do not. */
  readonly community: string | undefined
  readonly sheets: readonly ReadSheet[]
  readonly ignored: readonly IgnoredSheet[]
}

/** Told in this order: the head; all register rows; all arrears rows. Rejections and warnings come among them. */
export type RollEvent =
  | { readonly kind: 'head'; readonly head: RollHead }
  | { readonly kind: 'register'; readonly row: RegisterRow }
  | { readonly kind: 'arrears'; readonly row: ArrearsRow }
  | { readonly kind: 'rejected'; readonly rejected: RejectedRow }
  | { readonly kind: 'warning'; readonly warning: RowWarning }
