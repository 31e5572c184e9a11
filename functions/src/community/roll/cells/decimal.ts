/**
 * Exact decimals out of a spreadsheet. Excel keeps numbers as binary fractions, so 1938.42 may come as
 * 1938.4200000000001 when a formula made it. A number is taken by its shortest decimal text; digits beyond the
 * places wanted are dropped only when they amount to less than a millionth, else the number is refused.
 */
export type Unreadable = 'not a number' | 'too precise'

/** The number × 10^places, a whole number: `scaled('98.6', 2)` is 9860. Refuses what is beyond ±2^53. */
export function scaled(decimal: string, places: number): number | Unreadable {
  const found = /^([-+]?)(\d*)(?:\.(\d*))?$/.exec(decimal)
  const [, sign, whole = '', fraction = ''] = found ?? []
  if (whole + fraction === '') return 'not a number'
  const kept = fraction.slice(0, places).padEnd(places, '0')
  const noise = fraction.slice(places)
  const up = noise !== '' ? carry(noise, 6 - places) : 0
  if (up === undefined) return 'too precise'
  const amount = Number(whole + kept) + up
  if (!Number.isSafeInteger(amount)) return 'not a number'
  return sign === '-' && amount !== 0 ? -amount : amount
}

/** What the digits beyond the last place add to it: 0 or 1 when they are noise, undefined when they mean something. */
function carry(digits: string, noiseless: number): 0 | 1 | undefined {
  const head = digits.padEnd(noiseless, '0').slice(0, noiseless)
  if (/^0*$/.test(head)) return 0
  return /^9+$/.test(head) && digits.length > noiseless ? 1 : undefined
}

/** The shortest decimal text of a number, never with an exponent. */
export function formatDecimal(number: number): string {
  const text = String(number)
  if (!text.includes('e')) return text
  return Math.abs(number) < 1 ? number.toFixed(20).replace(/\.?0+$/, '') : BigInt(number).toString()
}
