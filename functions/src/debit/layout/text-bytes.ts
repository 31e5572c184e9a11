import type { LayoutEncoding } from '@anjiao/shared/debit-layout'

/** The bytes of a text in an encoding; undefined when it has a character that the encoding lacks. */
export function textBytes(text: string, encoding: LayoutEncoding): Uint8Array | undefined {
  if (encoding === 'utf8') return text.isWellFormed() ? new TextEncoder().encode(text) : undefined
  const table = gbkTable()
  const bytes: number[] = []
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    const pair = code < 0x80 ? code : table.get(character)
    if (pair === undefined) return undefined
    if (pair < 0x100) bytes.push(pair)
    else bytes.push(pair >> 8, pair & 0xff)
  }
  return Uint8Array.from(bytes)
}

/** The text of bytes; undefined when they are none of the encoding. */
export function bytesText(bytes: Uint8Array, encoding: LayoutEncoding): string | undefined {
  try {
    return new TextDecoder(encoding === 'utf8' ? 'utf-8' : 'gbk', { fatal: true, ignoreBOM: true }).decode(
      bytes,
    )
  } catch {
    return undefined
  }
}

let table: ReadonlyMap<string, number> | undefined

/**
 * Each character of GBK by its two bytes, made of what the platform's own decoder knows (WHATWG Encoding, "gbk"): Node
 * decodes it and does not encode it. What two pairs stand for is written as the first.
 */
function gbkTable(): ReadonlyMap<string, number> {
  if (table) return table
  const decoder = new TextDecoder('gbk')
  const made = new Map<string, number>()
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue
      const character = decoder.decode(Uint8Array.of(lead, trail))
      if (Array.from(character).length === 1 && character !== '\ufffd' && !made.has(character))
        made.set(character, lead * 0x100 + trail)
    }
  }
  table = made
  return made
}
