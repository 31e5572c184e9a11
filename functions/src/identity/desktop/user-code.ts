import type { Random } from '../../platform/random.ts'

/** Consonants that nobody takes for one another, and that spell no word (RFC 8628, 6.1). Eight of them: 2.5 × 10¹⁰ codes. */
const letters = 'BCDFGHJKLMNPQRSTVWXZ'
const length = 8

/** The code that stands on a desktop's screen, to be scanned or typed on the phone. */
export function newUserCode(random: Random): string {
  let rest = random.bytes(8).readBigUInt64BE()
  let code = ''
  for (let at = 0; at < length; at++) {
    code += letters[Number(rest % BigInt(letters.length))]
    rest /= BigInt(letters.length)
  }
  return code
}

/** `BCDF-GHJK`. */
export const shownUserCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`

/** What somebody typed, as it is stored: no dash, no space, capitals. */
export const typedUserCode = (text: string): string => text.toUpperCase().replace(/[^A-Z]/g, '')
