/** Whether a font draws a character. */
export type Covers = (codePoint: number) => boolean

/**
 * Reads from a TrueType file which characters it draws: the `cmap` table in format 12, all of Unicode (OpenType 1.9.1).
 * The typesetter itself says nothing when a glyph is missing, unless the whole paper is to fail.
 */
export function coverageOf(font: Uint8Array): Covers {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const covered = new Set<number>()
  const groups = fullUnicodeTable(view, cmapTable(view))
  for (let at = groups + 16, last = at + view.getUint32(groups + 12) * 12; at < last; at += 12) {
    const [first, end, firstGlyph] = [view.getUint32(at), view.getUint32(at + 4), view.getUint32(at + 8)]
    for (let code = first; code <= end; code++) if (firstGlyph + code - first > 0) covered.add(code)
  }
  return (codePoint) => covered.has(codePoint)
}

function cmapTable(view: DataView): number {
  const cmap = 0x636d6170
  for (let at = 12, last = at + view.getUint16(4) * 16; at < last; at += 16)
    if (view.getUint32(at) === cmap) return view.getUint32(at + 8)
  throw new Error('a font without a cmap table')
}

function fullUnicodeTable(view: DataView, cmap: number): number {
  for (let at = cmap + 4, last = at + view.getUint16(cmap + 2) * 8; at < last; at += 8) {
    const table = cmap + view.getUint32(at + 4)
    if (view.getUint16(table) === 12) return table
  }
  throw new Error('a font without a full table of Unicode')
}
