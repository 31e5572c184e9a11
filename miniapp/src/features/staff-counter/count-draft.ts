import { countedFen, denominations } from '@anjiao/shared/cash-count'
import type { CashCount } from '@anjiao/shared/contract/counter'
import type { Fen } from '@anjiao/shared/money'

/** How many of each note and coin, as typed; nothing typed is none. */
export type CountDraft = Readonly<Record<string, string>>

export const noCount: CountDraft = {}

/** As many as the server takes. */
const piecesMax = 100_000

/** Reads a count. Undefined when something typed is no number of pieces. */
export function readCount(draft: CountDraft): CashCount | undefined {
  const count = denominations.map(({ fen }) => ({ denomination: fen, pieces: piecesIn(draft[fen] ?? '') }))
  if (count.some(({ pieces }) => pieces === undefined)) return undefined
  return count.flatMap(({ denomination, pieces = 0 }) => (pieces > 0 ? [{ denomination, pieces }] : []))
}

export function draftFen(draft: CountDraft): Fen | undefined {
  const count = readCount(draft)
  return count && countedFen(count)
}

function piecesIn(typed: string): number | undefined {
  const text = typed.normalize('NFKC').trim()
  if (text === '') return 0
  const pieces = Number(text)
  return /^\d{1,6}$/.test(text) && pieces <= piecesMax ? pieces : undefined
}
