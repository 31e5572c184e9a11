import { type Fen, fen, sumFen } from './money.ts'

/** 券别, largest first: all that is legal tender, so that any sum can be counted. */
export const denominations = [
  { fen: 10_000, label: '100元' },
  { fen: 5_000, label: '50元' },
  { fen: 2_000, label: '20元' },
  { fen: 1_000, label: '10元' },
  { fen: 500, label: '5元' },
  { fen: 100, label: '1元' },
  { fen: 50, label: '5角' },
  { fen: 10, label: '1角' },
  { fen: 5, label: '5分' },
  { fen: 2, label: '2分' },
  { fen: 1, label: '1分' },
] as const

export type Denomination = (typeof denominations)[number]['fen']

/** How many of a note or coin lie in a till. */
export interface Pieces {
  readonly denomination: Denomination
  readonly pieces: number
}

/** What a count of notes and coins comes to. Throws RangeError beyond ±2^53 fen. */
export const countedFen = (count: readonly Pieces[]): Fen =>
  sumFen(count.map(({ denomination, pieces }) => fen(denomination * pieces)))
