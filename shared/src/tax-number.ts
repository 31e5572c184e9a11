/** The characters of a 统一社会信用代码, each worth its place (GB 32100-2015, table 2): no I, O, S, V, Z. */
const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/**
 * Reads a tax number (纳税人识别号) as people type it: 15 to 20 letters and digits; one of 18 is a 统一社会信用代码, whose last
 * character proves the others (GB 32100-2015, 4.6). Undefined when it is none.
 */
export function readTaxNumber(text: string): string | undefined {
  const number = text.normalize('NFKC').replaceAll(/[\s-]/g, '').toUpperCase()
  if (!/^[0-9A-Z]{15,20}$/.test(number)) return undefined
  if (number.length === 18 && number.charAt(17) !== creditCodeCheck(number.slice(0, 17))) return undefined
  return number
}

/** The check character of the first seventeen; undefined when one of them is none of the code's. */
export function creditCodeCheck(first: string): string | undefined {
  let sum = 0
  for (const [at, weight] of weights.entries()) {
    const worth = signs.indexOf(first.charAt(at))
    if (worth < 0 || first.charAt(at) === '') return undefined
    sum += worth * weight
  }
  return signs[(31 - (sum % 31)) % 31]
}
