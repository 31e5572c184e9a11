const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'

/** What a workbook written by hand consists of: sheets as the XML between their `sheetData` tags. */
export interface RawWorkbook {
  readonly sheets: readonly {
    readonly name: string
    readonly data: string
    readonly after?: string
    readonly state?: string
  }[]
  /** The shared texts, each the XML inside one `si`. */
  readonly texts?: readonly string[]
  /** Number formats of the cell styles, by style number. */
  readonly formats?: readonly string[]
  readonly date1904?: boolean
}

/** The parts of a workbook as a program other than Excel might order and name them: sheets first, texts last. */
export function rawWorkbook(workbook: RawWorkbook): Record<string, string> {
  const { sheets, texts = [], formats = ['General'], date1904 = false } = workbook
  const parts: Record<string, string> = {}
  for (const [at, { data, after = '' }] of sheets.entries()) {
    parts[`xl/worksheets/blatt${at + 1}.xml`] =
      `<worksheet ${main}><sheetData>${data}</sheetData>${after}</worksheet>`
  }
  const list = sheets.map(
    ({ name, state = 'visible' }, at) =>
      `<sheet name="${name}" sheetId="${at + 1}" r:id="s${at + 1}" state="${state}"/>`,
  )
  parts['xl/workbook.xml'] =
    `<workbook ${main} xmlns:r="${office}"><workbookPr date1904="${date1904 ? 1 : 0}"/><sheets>${list.join('')}</sheets></workbook>`
  parts['xl/_rels/workbook.xml.rels'] = relationships([
    ...sheets.map((_, at) => [`s${at + 1}`, 'worksheet', `worksheets/blatt${at + 1}.xml`] as const),
    ['st', 'styles', '/xl/styles.xml'],
    ['tx', 'sharedStrings', 'sharedStrings.xml'],
  ])
  parts['xl/styles.xml'] = styles(formats)
  parts['_rels/.rels'] = relationships([['w', 'officeDocument', 'xl/workbook.xml']])
  parts['xl/sharedStrings.xml'] = `<sst ${main}>${texts.map((text) => `<si>${text}</si>`).join('')}</sst>`
  return parts
}

const relationships = (list: readonly (readonly [id: string, type: string, target: string])[]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`

const styles = (formats: readonly string[]) =>
  `<styleSheet ${main}><numFmts>${formats
    .map((code, at) => `<numFmt numFmtId="${200 + at}" formatCode="${code.replaceAll('"', '&quot;')}"/>`)
    .join('')}</numFmts><cellXfs>${formats
    .map((_, at) => `<xf numFmtId="${200 + at}"/>`)
    .join('')}</cellXfs></styleSheet>`

/** A row of inline texts and numbers; undefined leaves a gap. */
export const rawRow = (rowNumber: number, ...cells: readonly (string | number | undefined)[]): string =>
  `<row r="${rowNumber}">${cells.map((cell, at) => (cell === undefined ? '' : rawCell(`${String.fromCharCode(65 + at)}${rowNumber}`, cell))).join('')}</row>`

const rawCell = (ref: string, cell: string | number) =>
  typeof cell === 'number'
    ? `<c r="${ref}"><v>${cell}</v></c>`
    : `<c r="${ref}" t="inlineStr"><is><t>${cell}</t></is></c>`
