import { createReadStream, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { refusals } from '@anjiao/shared/refusals'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../../platform/refusal.ts'
import type { RollOptions } from './read-roll.ts'
import { allOf } from './testing/all-of.ts'
import { excelFile } from './testing/excel-file.ts'
import { rawRow, rawWorkbook } from './testing/raw-workbook.ts'
import { zipOf } from './testing/zip-of.ts'
import type { RollSource } from './workbook/gather-file.ts'

/** Code and sentence of the refusal; the test fails on any other error, and on a file that is read after all. */
async function refusal(
  source: RollSource,
  options?: RollOptions,
): Promise<{ code: string; sentence: string }> {
  try {
    await allOf(source, options)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { code: error.code, sentence: error.message.slice(error.code.length + 2) }
  }
  throw new Error('the file was read')
}

const sheet = { name: '档案', data: rawRow(1, '房号', '业主', '面积') + rawRow(2, '3-1-101', '甲', 90) }
const parts = () => rawWorkbook({ sheets: [sheet] })
const sunshine = readFileSync(join(import.meta.dirname, '../../../test-data/sunshine-garden.xlsx'))

describe('a file that is no .xlsx', () => {
  const old = Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(600),
  ])
  it.each([
    ['an empty file', Buffer.alloc(0), '空文件'],
    ['an old .xls under a new name', old, '旧版 Excel 97–2003 文件（.xls）'],
    ['a text table', Buffer.from('房号,业主\n3-1-101,甲\n'), '文本或 CSV 文件'],
    ['a web page', Buffer.from('\uFEFF <html><table></table></html>'), '网页或 XML 文件'],
    ['a PDF', Buffer.from('%PDF-1.7\n'), 'PDF 文件'],
    ['anything else', Buffer.from([1, 0, 2, 0]), '其他格式的文件'],
    ['a zip of other things', zipOf({ 'a.txt': 'a' }), '其他压缩文件'],
  ])('%s is called by its name', async (_, file, found) => {
    expect(await refusal(file)).toEqual({
      code: 'roll-not-xlsx',
      sentence: `这不是 .xlsx 工作簿，看上去是${found}。请用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”后再上传。`,
    })
  })

  it('a Word document and a binary workbook are told from a workbook', async () => {
    const word = { ...parts(), 'xl/workbook.xml': '<document/>' }
    expect((await refusal(zipOf(word))).sentence).toContain('Word')
    const { 'xl/workbook.xml': _, ...others } = parts()
    const rels = (others['_rels/.rels'] ?? '').replace('workbook.xml', 'workbook.bin')
    const binary = { ...others, '_rels/.rels': rels, 'xl/workbook.bin': 'x' }
    expect((await refusal(zipOf(binary))).sentence).toContain('.xlsb')
  })

  it('one locked by a password is asked for without it', async () => {
    const locked = Buffer.concat([old, Buffer.from('EncryptedPackage', 'utf16le')])
    expect((await refusal(locked)).code).toBe('roll-locked')
    const zip = zipOf(parts())
    const table = zip.indexOf(Buffer.from('PK\x01\x02', 'latin1'))
    zip.writeUInt16LE(1, table + 8)
    expect((await refusal(zip)).code).toBe('roll-locked')
  })
})

describe('a damaged workbook', () => {
  it('cut short anywhere is refused, and nothing of it is taken for whole', async () => {
    const file = zipOf(parts())
    for (let length = 4; length < file.length; length += 23) {
      expect((await refusal(file.subarray(0, length))).code).toBe('roll-damaged')
    }
    expect((await refusal(sunshine.subarray(0, 100_000))).code).toBe('roll-damaged')
  })

  it('with a changed byte is read only if the byte does not matter; no other error comes out', async () => {
    const file = zipOf(parts())
    const whole = await allOf(file)
    const change = fc.tuple(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }))
    await fc.assert(
      fc.asyncProperty(change, async ([at, by]) => {
        const changed = Buffer.from(file)
        changed.writeUInt8(changed.readUInt8(at) ^ by, at)
        try {
          const { register } = await allOf(changed)
          expect(register).toEqual(whole.register)
        } catch (error) {
          if (!(error instanceof Refusal)) throw error
          expect(error.code in refusals).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })

  it.each([
    ['a sheet that ends in the middle', { data: '<row r="1"><c r="A1">' }],
    ['a sheet that is not well-formed', { data: '<row r="1"></c></row>' }],
    ['a text that is not in the table', { data: '<row r="1"><c r="A1" t="s"><v>99</v></c></row>' }],
    ['an unknown entity', { data: '<row r="1"><c r="A1" t="str"><v>&bomb;</v></c></row>' }],
  ])('%s is refused', async (_, broken) => {
    expect((await refusal(zipOf(rawWorkbook({ sheets: [{ name: '档案', ...broken }] })))).code).toBe(
      'roll-damaged',
    )
  })

  it('a sheet without an end is refused', async () => {
    const part = 'xl/worksheets/blatt1.xml'
    const whole = parts()[part] ?? ''
    const cut = whole.slice(0, whole.indexOf('</sheetData>'))
    expect((await refusal(zipOf({ ...parts(), [part]: cut }))).code).toBe('roll-damaged')
  })

  it('whose sheet is damaged below its header is refused too', async () => {
    const data = `${sheet.data}<row r="3"><c r="A3" t="s"><v>7</v></c></row>`
    expect((await refusal(zipOf(rawWorkbook({ sheets: [{ name: '档案', data }] })))).code).toBe(
      'roll-damaged',
    )
  })
})

describe('a file beyond the limits', () => {
  it('too large is refused without being read on', async () => {
    let read = 0
    const endless = Readable.from(
      (function* () {
        for (;;) {
          read++
          yield Buffer.alloc(1024 * 1024)
        }
      })(),
    )
    expect(await refusal(endless)).toEqual({
      code: 'too-large',
      sentence: '文件太大，最多 20 MB。请拆分后再上传。',
    })
    expect(read).toBeLessThan(40)
    expect((await refusal(sunshine, { limits: { fileBytes: 1000 } })).code).toBe('too-large')
  })

  it('a zip bomb is refused by its table of contents, before anything is unpacked', async () => {
    const bomb = zipOf({ ...parts(), 'xl/media/zeros.bin': Buffer.alloc(64 * 1024 * 1024) })
    expect(bomb.length).toBeLessThan(200_000)
    expect((await refusal(bomb, { limits: { unzippedBytes: 32 * 1024 * 1024 } })).code).toBe(
      'roll-unpacks-too-large',
    )
  })

  it('a zip bomb that lies about its size is stopped while it unpacks', async () => {
    const padded = rawWorkbook({ sheets: [{ ...sheet, data: sheet.data + ' '.repeat(8 * 1024 * 1024) }] })
    const lying = zipOf(padded, (name, bytes) => (name.includes('blatt1') ? 1000 : bytes))
    expect((await refusal(lying)).code).toBe('roll-damaged')
  })

  it('one endless text is no text', async () => {
    const texts = [`<t>${'A'.repeat(3 * 1024 * 1024)}</t>`]
    expect((await refusal(zipOf(rawWorkbook({ sheets: [sheet], texts })))).code).toBe('roll-damaged')
    expect(
      (await refusal(zipOf(rawWorkbook({ sheets: [sheet], texts })), { limits: { textBytes: 1000 } })).code,
    ).toBe('roll-unpacks-too-large')
  })

  it('too many rows, sheets or parts are refused', async () => {
    const rows = [['房号', '业主', '面积'], ...[1, 2, 3, 4].map((no) => [`3-1-10${no}`, '甲', 90])]
    const file = await excelFile({ 档案: rows, 另一: rows })
    expect(await refusal(file, { limits: { rows: 5 } })).toEqual({
      code: 'roll-too-many-rows',
      sentence: '工作表“另一”读到这里已超过 5 行。请拆分后再上传。',
    })
    expect((await refusal(file, { limits: { sheets: 1 } })).code).toBe('roll-too-complex')
    expect((await refusal(file, { limits: { parts: 5 } })).code).toBe('roll-too-complex')
  })

  it('cells far to the right are not looked at', async () => {
    const far = `<row r="2"><c r="A2" t="inlineStr"><is><t>3-1-101</t></is></c><c r="B2"><v>1</v></c><c r="C2"><v>90</v></c><c r="XFD2"><v>1</v></c></row>`
    const file = zipOf(
      rawWorkbook({ sheets: [{ name: '档案', data: rawRow(1, '房号', '业主', '面积') + far }] }),
    )
    expect((await allOf(file)).register).toHaveLength(1)
    expect((await refusal(file, { limits: { columns: 2 } })).code).toBe('roll-no-sheet')
  })
})

describe('a workbook without a roll', () => {
  it('is refused with what each sheet lacks', async () => {
    const file = await excelFile({
      目录: [['第一章']],
      业主: [
        ['楼栋', '房号', '业主姓名', '联系电话'],
        ['3栋', 101, '甲', '13800138000'],
      ],
      欠费: [
        ['楼栋', '房号', '欠费金额', '备注'],
        ['3栋', 101, 12, ''],
      ],
    })
    expect(await refusal(file)).toEqual({
      code: 'roll-no-sheet',
      sentence:
        '没有找到业主档案或欠费明细：“目录”没有找到表头；“业主”作为业主档案缺少：计费面积；“欠费”作为欠费明细缺少：收费项目、欠费期间。请核对表头的列名后再上传。',
    })
  })

  it('an empty one is refused as well', async () => {
    expect((await refusal(zipOf(rawWorkbook({ sheets: [] })))).sentence).toContain('文件里没有工作表')
    expect((await refusal(await excelFile({ 空: [] }))).sentence).toContain('“空”没有找到表头')
  })
})

describe('a file that does not arrive', () => {
  it('is not found', async () => {
    expect((await refusal('/nowhere/roll.xlsx')).code).toBe('roll-not-found')
  })

  it('breaks off on its way', async () => {
    const broken = Readable.from(
      (function* () {
        yield sunshine.subarray(0, 1000)
        throw new Error('connection reset')
      })(),
    )
    expect((await refusal(broken)).code).toBe('roll-not-readable')
    expect((await refusal(createReadStream(import.meta.dirname))).code).toBe('roll-not-readable')
  })
})
