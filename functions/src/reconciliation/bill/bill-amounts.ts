import { type Fen, fen } from '@anjiao/shared/money'

/**
 * 1/1000 fen, the unit of 手续费: bills write it in yuan with five decimals. One row is never rounded, only what is booked for
 * many of them. A whole number within ±2^53. Made only here.
 */
export type MilliFen = number & { readonly __brand: 'MilliFen' }

/** Throws RangeError for a fraction, or beyond ±2^53. */
export function milliFen(amount: number): MilliFen {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not a whole number of 1/1000 fen: ${amount}`)
  return (amount === 0 ? 0 : amount) as MilliFen
}

/** Rounds a fee to fen, a half away from zero, as WeChat rounds (四舍五入). */
export function roundToFen(amount: MilliFen): Fen {
  const whole = Math.floor((Math.abs(amount) + 500) / 1000)
  return fen(amount < 0 ? -whole : whole)
}

/** An amount in yuan as a bill writes it, `4158.00`, in fen; undefined for anything else. Stricter than what people may type. */
export function billFen(text: string): Fen | undefined {
  const amount = scaledDecimal(text, 2)
  return amount === undefined ? undefined : fen(amount)
}

/** A fee in yuan as a bill writes it, `-0.27000`, in 1/1000 fen; undefined for anything else. */
export function billMilliFen(text: string): MilliFen | undefined {
  const amount = scaledDecimal(text, 5)
  return amount === undefined ? undefined : milliFen(amount)
}

/** A number of rows: `12`, and in older bills `12.0`. */
export function billCount(text: string): number | undefined {
  const count = scaledDecimal(text, 0)
  return count === undefined || count < 0 ? undefined : count
}

/** The decimal × 10^places by its digits. Undefined when it has more places that are not zero, or is beyond ±2^53. */
function scaledDecimal(text: string, places: number): number | undefined {
  const found = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text)
  if (!found) return undefined
  const [, sign, whole = '', decimals = ''] = found
  if (decimals.length > places && !/^0*$/.test(decimals.slice(places))) return undefined
  const amount = Number(whole + decimals.slice(0, places).padEnd(places, '0'))
  if (!Number.isSafeInteger(amount)) return undefined
  return sign === '-' && amount !== 0 ? -amount : amount
}
