/** The cells of a row, without the blanks and tabs around them. A cell in quotes may hold the separator and doubled quotes (RFC 4180). Pure. */
export function splitRow(text: string, separator: string): string[] {
  const cells: string[] = []
  let cell = ''
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at)
    if (character === '"' && quoted && text.charAt(at + 1) === '"') {
      cell += '"'
      at++
    } else if (character === '"' && (quoted || cell.trim() === '')) {
      quoted = !quoted
    } else if (character === separator && !quoted) {
      cells.push(cell.trim())
      cell = ''
    } else {
      cell += character
    }
  }
  cells.push(cell.trim())
  return cells
}
