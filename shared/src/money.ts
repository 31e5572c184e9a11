/**
 * Money. Inside the system an amount is a whole number of fen (分, 1/100 yuan); yuan exist only where a person
 * types or reads, and in files that others write. Nothing here ever multiplies a decimal fraction.
 */

/** 分. A whole number of fen, within ±2^53. Made only by the functions of this file and read from `*_fen` columns. */
export type Fen = number & { readonly __brand: 'Fen' }

export const zeroFen = 0 as Fen

/** Accepts a whole number as fen. Throws RangeError when it is a fraction or beyond ±2^53. */
export function fen(amount: number): Fen {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not a whole number of fen: ${amount}`)
  return (amount === 0 ? 0 : amount) as Fen
}

export const addFen = (a: Fen, b: Fen): Fen => fen(a + b)
export const subtractFen = (a: Fen, b: Fen): Fen => fen(a - b)
export const negateFen = (a: Fen): Fen => fen(0 - a)
export const minFen = (a: Fen, b: Fen): Fen => (a < b ? a : b)
export const maxFen = (a: Fen, b: Fen): Fen => (a > b ? a : b)

export function sumFen(amounts: Iterable<Fen>): Fen {
  let total = zeroFen
  for (const amount of amounts) total = addFen(total, amount)
  return total
}

/**
 * Reads an amount in yuan as people and spreadsheets write it: `1234.5`, `1,234.50`, `¥1234`, `１２３４．５元`.
 * Returns undefined for anything that is not a plain amount with at most two decimals, and beyond ±2^53 fen.
 */
export function parseYuan(text: string): Fen | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s,]/g, '')
    .replace(/^([-+]?)(?:¥|￥|RMB|人民币)([-+]?)/i, '$1$2')
    .replace(/元$/, '')
  const found = /^([-+]?)(\d+)(?:\.(\d{0,2})0*)?$/.exec(plain)
  if (!found) return undefined
  const [, sign, yuan = '', cents = ''] = found
  const amount = Number(yuan + cents.padEnd(2, '0'))
  if (!Number.isSafeInteger(amount)) return undefined
  return fen(sign === '-' ? -amount : amount)
}

/** An amount for people to read: `1,234.50`, without a currency sign. */
export function formatYuan(amount: Fen): string {
  const { sign, yuan, cents } = inYuan(amount)
  return `${sign}${yuan.replace(/\B(?=(\d{3})+$)/g, ',')}.${cents}`
}

/** An amount for machines that expect yuan (Excel files, WeChat bills): `1234.50`. */
export function plainYuan(amount: Fen): string {
  const { sign, yuan, cents } = inYuan(amount)
  return `${sign}${yuan}.${cents}`
}

function inYuan(amount: Fen) {
  const digits = String(Math.abs(amount)).padStart(3, '0')
  return { sign: amount < 0 ? '-' : '', yuan: digits.slice(0, -2), cents: digits.slice(-2) }
}

/**
 * Splits an amount into equal parts that sum to it exactly; the fen that cannot be shared go to the earlier parts, one
 * each. Throws RangeError when the amount is negative, or there are no parts.
 */
export function splitEqually(amount: Fen, parts: number): Fen[] {
  if (amount < 0 || !Number.isSafeInteger(parts) || parts < 1) {
    throw new RangeError(`cannot split ${amount} fen into ${parts} parts`)
  }
  const left = amount % parts
  const part = (amount - left) / parts
  return Array.from({ length: parts }, (_, at) => fen(part + (at < left ? 1 : 0)))
}

/**
 * Splits an amount by weights so that the parts sum to it exactly; what whole fen cannot share goes to the
 * largest remainders, earlier parts first. Throws RangeError when the amount is negative, or no weight is positive.
 */
export function splitFen(amount: Fen, weights: readonly number[]): Fen[] {
  const total = weights.reduce((sum, weight) => sum + BigInt(fen(weight)), 0n)
  if (amount < 0 || total <= 0n || weights.some((weight) => weight < 0)) {
    throw new RangeError(`cannot split ${amount} fen by ${weights.join(':')}`)
  }
  const shares = weights.map((weight, at) => {
    const exact = BigInt(amount) * BigInt(weight)
    return { at, part: exact / total, remainder: exact % total }
  })
  const left = Number(BigInt(amount) - shares.reduce((sum, share) => sum + share.part, 0n))
  const favoured = new Set(
    shares
      .toSorted((a, b) => (a.remainder === b.remainder ? a.at - b.at : a.remainder > b.remainder ? -1 : 1))
      .slice(0, left)
      .map((share) => share.at),
  )
  return shares.map((share) => fen(Number(share.part) + (favoured.has(share.at) ? 1 : 0)))
}
