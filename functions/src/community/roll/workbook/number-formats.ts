import type { NumberFormat } from './cell.ts'
import { parseXml } from './parse-xml.ts'
import type { ZipPart } from './zip.ts'

/** Built-in formats that show a date (ECMA-376-1 18.8.30), with those of Chinese Excel: 27–36 and 50–58. */
const isBuiltInDate = (id: number) =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)

/** Reads how each cell style shows its number, by the style's place in the list. */
export async function readNumberFormats(part: ZipPart | undefined): Promise<readonly NumberFormat[]> {
  const formats: NumberFormat[] = []
  if (!part) return formats
  const custom = new Map<number, string>()
  let isInCellStyles = false
  const reading = parseXml(part, {
    open: (name, attributes) => {
      const id = Number(attributes.numFmtId ?? 0)
      if (name === 'numFmt') custom.set(id, attributes.formatCode ?? '')
      if (name === 'cellXfs') isInCellStyles = true
      if (name === 'xf' && isInCellStyles) formats.push(formatOf(id, custom.get(id)))
    },
    close: (name) => {
      if (name === 'cellXfs') isInCellStyles = false
    },
  })
  for await (const _ of reading);
  return formats
}

function formatOf(id: number, code: string | undefined): NumberFormat {
  if (code === undefined) {
    if (isBuiltInDate(id)) return 'date'
    return id === 2 || id === 4 ? 'two-decimals' : 'plain'
  }
  // What stands in quotes, in brackets (colour, language) or after a backslash is shown as it is.
  const bare = code.replace(/"[^"]*"|\[[^\]]*\]|\\.|_./g, '')
  if (/[ymd]/i.test(bare)) return 'date'
  return /0\.00(?!0)/.test(bare) ? 'two-decimals' : 'plain'
}
