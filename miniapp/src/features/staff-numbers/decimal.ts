/** Reads a decimal number as typed (`2.20`, `２．２`) as a whole number of 10^-`places`. Undefined when it is none, or has more decimals. */
export function readDecimal(text: string, places: number): number | undefined {
  const found = /^(\d{1,9})(?:\.(\d*?)0*)?$/.exec(text.normalize('NFKC').replace(/[\s,]/g, ''))
  if (!found) return undefined
  const [, whole = '', decimals = ''] = found
  if (decimals.length > places) return undefined
  return Number(whole + decimals.padEnd(places, '0'))
}

/** A whole number of 10^-`places` for people to read, with at least `shown` decimals: 22000 of four places is `2.20`. */
export function decimalText(value: number, places: number, shown = 2): string {
  const digits = String(value).padStart(places + 1, '0')
  const decimals = digits.slice(-places).replace(/0+$/, '').padEnd(shown, '0')
  return digits.slice(0, -places) + (decimals && `.${decimals}`)
}
