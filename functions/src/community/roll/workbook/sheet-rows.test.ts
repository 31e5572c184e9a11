import { describe, expect, it } from 'vitest'
import { rollLimits } from '../limits.ts'
import { excelFile } from '../testing/excel-file.ts'
import { type RawWorkbook, rawRow, rawWorkbook } from '../testing/raw-workbook.ts'
import { zipOf } from '../testing/zip-of.ts'
import type { Cell } from './cell.ts'
import { columnLetters, columnOf, sheetRows } from './sheet-rows.ts'
import { openWorkbook } from './workbook.ts'

/** The rows of the first sheet, each as its number and its cells by column letters. */
async function rowsOf(file: Buffer): Promise<(readonly [number, Record<string, Cell>])[]> {
  const workbook = await openWorkbook(file, rollLimits)
  const rows: (readonly [number, Record<string, Cell>])[] = []
  const [sheet] = workbook.sheets
  if (!sheet) return rows
  for await (const { rowNumber, cells } of sheetRows(workbook, sheet)) {
    rows.push([
      rowNumber,
      Object.fromEntries([...cells].map(([column, cell]) => [columnLetters(column), cell])),
    ])
  }
  return rows
}

const raw = (data: string, over: Partial<RawWorkbook> = {}) =>
  rowsOf(zipOf(rawWorkbook({ sheets: [{ name: '表', data }], ...over })))
const text = (value: string): Cell => ({ kind: 'text', text: value })
const number = (value: number, over: object = {}) => ({
  kind: 'number',
  number: value,
  format: 'plain',
  serial: value,
  ...over,
})

describe('texts', () => {
  it('in several styles are joined, and reading aids are left out, in the table as in the cell', async () => {
    const run = '<r><t>建筑</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 面积</t></r>'
    const aid = '<rPh sb="0" eb="1"><t>じえん</t></rPh>'
    const data = `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is>${run}${aid}</is></c></row>`
    const [row] = await raw(data, { texts: [run + aid] })
    expect(row).toEqual([1, { A: text('建筑 面积'), B: text('建筑 面积') }])
  })

  it('keep what XML and Excel escape', async () => {
    const data =
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="str"><v>甲_x000A_乙_x0000__xD800__x005F_</v></c></row>'
    const [row] = await raw(data, { texts: ['<t>A&amp;B &lt;1&gt; &#20013;<![CDATA[<x>]]></t>'] })
    expect(row?.[1]).toEqual({ A: text('A&B <1> 中<x>'), B: text('甲\n乙_') })
  })

  it('cut in two by the pieces a file is read in stay whole', async () => {
    const long = Array.from({ length: 9000 }, (_, at) => `业主姓名${at}`)
    const rows = await raw(long.map((name, at) => rawRow(at + 1, name)).join(''))
    expect(rows.map(([, cells]) => cells)).toEqual(long.map((name) => ({ A: text(name) })))
  })
})

describe('formulas', () => {
  it('are what they last came to', async () => {
    const data =
      '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>"甲"</f><v>甲</v></c><c r="C1" t="str"><f>""</f><v></v></c></row>'
    expect(await raw(data)).toEqual([[1, { A: number(2), B: text('甲') }]])
  })

  it('that came to an error, or were never worked out, are errors', async () => {
    const data = '<row r="1"><c r="A1" t="e"><f>#REF!/2</f><v>#REF!</v></c><c r="B1"><f>SUM(A1)</f></c></row>'
    expect(await raw(data)).toEqual([
      [1, { A: { kind: 'error', text: '#REF!' }, B: { kind: 'error', text: '=SUM(A1)' } }],
    ])
  })

  it('are read the same from a file that Excel writes', async () => {
    const file = await excelFile({
      表: [
        [{ formula: 'A2/0', result: { error: '#DIV/0!' } }, { formula: '1+1', result: 2 }, { formula: 'A9' }],
      ],
    })
    expect((await rowsOf(file))[0]?.[1]).toEqual({
      A: { kind: 'error', text: '#DIV/0!' },
      B: number(2),
      C: { kind: 'error', text: '=A9' },
    })
  })
})

describe('numbers', () => {
  it('are dates by their style, in Chinese formats too, and not by a letter in quotes', async () => {
    const formats = ['General', 'yyyy"年"m"月"', '0.00', '#,##0.00"day"', '[$-804]yyyy-mm-dd;@', '[Red]0']
    const data = `<row r="1">${formats.map((_, at) => `<c s="${at}"><v>46023</v></c>`).join('')}</row>`
    const [row] = await raw(data, { formats })
    const formatsShown = ['plain', 'date', 'two-decimals', 'two-decimals', 'date', 'plain']
    expect(Object.values(row?.[1] ?? {}).map((cell) => cell.kind === 'number' && cell.format)).toEqual(
      formatsShown,
    )
  })

  it('are dates by the formats that are built in, those of Chinese Excel too', async () => {
    const ids = [0, 2, 4, 14, 22, 31, 57, 45]
    const parts = rawWorkbook({
      sheets: [
        { name: '表', data: `<row>${ids.map((_, at) => `<c s="${at}"><v>46023</v></c>`).join('')}</row>` },
      ],
    })
    const xfs = ids.map((id) => `<xf numFmtId="${id}"/>`).join('')
    const styles = `<styleSheet><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${xfs}</cellXfs></styleSheet>`
    const [row] = await rowsOf(zipOf({ ...parts, 'xl/styles.xml': styles }))
    const shown = Object.values(row?.[1] ?? {}).map((cell) => cell.kind === 'number' && cell.format)
    const [plain, two, date] = ['plain', 'two-decimals', 'date']
    expect(shown).toEqual([plain, two, two, date, date, date, date, plain])
  })

  it('count their days from 1904 where the workbook says so', async () => {
    const [row] = await raw('<row r="1"><c><v>44561</v></c></row>', { date1904: true })
    expect(row?.[1]).toEqual({ A: number(44561, { serial: 46023 }) })
  })

  it('that are none are text', async () => {
    expect(
      await raw('<row r="1"><c><v>1,5</v></c><c t="b"><v>1</v></c><c t="d"><v>2026-01-01</v></c></row>'),
    ).toEqual([[1, { A: text('1,5'), B: text('TRUE'), C: text('2026-01-01') }]])
  })
})

describe('rows and cells', () => {
  it('without an address follow the one before; empty ones are left out', async () => {
    const data =
      '<row><c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c></row><row r="5"/><row r="7"><c r="B7" s="1"/></row><row><c t="str"><v> </v></c><c><v>4</v></c></row>'
    expect(await raw(data)).toEqual([
      [1, { A: number(1), D: number(2), E: number(3) }],
      [8, { B: number(4) }],
    ])
  })

  it('are found under any namespace prefix', async () => {
    const parts = rawWorkbook({ sheets: [{ name: '表', data: '' }] })
    const part = 'xl/worksheets/blatt1.xml'
    const prefixed =
      '<x:worksheet xmlns:x="u"><x:sheetData><x:row r="2"><x:c r="B2"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    expect(await rowsOf(zipOf({ ...parts, [part]: prefixed }))).toEqual([[2, { B: number(1) }]])
  })
})

it('columns are counted as Excel letters them', () => {
  expect(['A1', 'Z9', 'AA1', 'XFD1048576'].map(columnOf)).toEqual([1, 26, 27, 16384])
  expect([1, 26, 27, 702, 703, 16384].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA', 'XFD'])
  expect(columnOf('1')).toBeUndefined()
})
