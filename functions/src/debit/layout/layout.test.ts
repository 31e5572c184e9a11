import { businessDate } from '@anjiao/shared/calendar'
import type { DebitLayout, LayoutField } from '@anjiao/shared/contract/debit-layouts'
import {
  type FieldContent,
  fieldContents,
  type LayoutPart,
  layoutProblems,
} from '@anjiao/shared/debit-layout'
import { fen } from '@anjiao/shared/money'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FileValues, LineValues } from './file-values.ts'
import { presets } from './presets.ts'
import { previewLayout } from './preview-layout.ts'
import { readFile } from './read-file.ts'
import { bytesText, textBytes } from './text-bytes.ts'
import { writeFile } from './write-file.ts'

const day = businessDate('2026-12-05')
const contents = Object.keys(fieldContents).filter((key): key is FieldContent => key in fieldContents)
const names = '王小明张伟欧阳娜娜阿卜杜热合曼·买买提龘靐AB李'

const someText = (most: number) =>
  fc.array(fc.constantFrom(...names.split('')), { maxLength: most }).map((letters) => letters.join('').trim())

/** Values of every kind that a bank or we might write. */
const anyLine: fc.Arbitrary<LineValues> = fc.record({
  batch: fc.stringMatching(/^[0-9A-Z]{1,20}$/),
  date: fc.constant(day),
  count: fc.integer({ min: 0, max: 999_999 }),
  sum: fc.integer({ min: 0, max: 9_999_999_999 }).map(fen),
  ok_count: fc.integer({ min: 0, max: 999_999 }),
  ok_sum: fc.integer({ min: 0, max: 9_999_999_999 }).map(fen),
  line: fc.integer({ min: 1, max: 999_999 }),
  account: fc.stringMatching(/^\d{10,32}$/),
  holder: someText(12),
  bank: someText(12),
  room: someText(12),
  amount: fc.integer({ min: 0, max: 9_999_999_999 }).map(fen),
  code: fc.stringMatching(/^[0-9A-Z]{1,8}$/),
  reason: someText(12),
})

const anyLayout: fc.Arbitrary<DebitLayout> = fc
  .record({
    purpose: fc.constantFrom('out' as const, 'result' as const),
    encoding: fc.constantFrom('gbk' as const, 'utf8' as const),
    lineEnd: fc.constantFrom('crlf' as const, 'lf' as const),
    separator: fc.constantFrom(null, null, '|' as const, ',' as const, '\t' as const),
    amountForm: fc.constantFrom('fen' as const, 'yuan' as const),
    dateForm: fc.constantFrom('compact' as const, 'dashed' as const),
    hasHeader: fc.boolean(),
    hasTrailer: fc.boolean(),
    spare: fc.integer({ min: 0, max: 9 }),
    zeros: fc.boolean(),
    left: fc.boolean(),
    more: fc.subarray(contents),
    order: fc.array(fc.integer({ min: 0, max: 1_000 }), { minLength: 20, maxLength: 20 }),
  })
  .map(({ hasHeader, hasTrailer, spare, zeros, left, more, order, ...layout }) => {
    const { purpose, separator } = layout
    const field = (content: FieldContent): LayoutField => {
      const asZeros = zeros && fieldContents[content].isNumber
      return {
        content,
        text: content === 'constant' ? 'H' : '',
        width: separator === null ? 60 + spare : 0,
        padSide: asZeros || left ? 'left' : 'right',
        padWith: asZeros ? '0' : ' ',
      }
    }
    const fields = (part: LayoutPart, needed: readonly FieldContent[]): LayoutField[] => {
      const fit = more.filter((content) => {
        const {
          in: files,
          whole,
          detail,
        }: { in: readonly string[]; whole: boolean; detail: boolean } = fieldContents[content]
        return files.includes(purpose) && (part === 'detail' ? detail : whole)
      })
      return [...new Set([...needed, ...fit])]
        .map((content, at) => ({ content, turn: order[at] ?? 0 }))
        .toSorted((a, b) => a.turn - b.turn)
        .map(({ content }) => field(content))
    }
    const isBack = purpose === 'result'
    const whole: FieldContent[] = isBack ? ['batch', 'count'] : ['batch', 'count', 'sum']
    const both = hasHeader || hasTrailer
    return {
      ...layout,
      name: '试',
      header: hasHeader || !both ? fields('header', whole) : [],
      detail: fields('detail', isBack ? ['line', 'amount', 'code'] : ['line', 'account', 'holder', 'amount']),
      trailer: hasTrailer ? fields('trailer', whole) : [],
      okCodes: isBack ? ['0000'] : [],
    }
  })

/** What of some values a line of these fields holds. */
const heldBy = (fields: readonly LayoutField[], values: LineValues): LineValues =>
  Object.fromEntries(
    fields.flatMap(({ content }) =>
      content === 'constant' || content === 'ignored' ? [] : [[content, values[content]]],
    ),
  )

describe('a layout', () => {
  it('any layout that works: what is written by it is read back by it, to the fen and the letter', () => {
    fc.assert(
      fc.property(
        anyLayout,
        anyLine,
        anyLine,
        fc.array(anyLine, { minLength: 1, maxLength: 5 }),
        (layout, header, trailer, lines) => {
          expect(layoutProblems(layout)).toEqual([])
          const file: FileValues = { header, lines, trailer }
          expect(readFile(layout, writeFile(layout, file))).toEqual({
            header: heldBy(layout.header, header),
            lines: lines.map((line) => heldBy(layout.detail, line)),
            trailer: heldBy(layout.trailer, trailer),
          })
        },
      ),
      { numRuns: 500 },
    )
  })

  it('refuses a name that has more bytes than its field, naming both: two bytes a character in GBK', () => {
    const fixed = presets.find(({ purpose, separator }) => purpose === 'out' && separator === null)
    if (!fixed) throw new Error('no preset')
    const file = (holder: string): FileValues => ({
      header: { batch: '1', date: day },
      lines: [{ line: 1, account: '6222', holder, amount: fen(1) }],
      trailer: { count: 1, sum: fen(1) },
    })
    expect(writeFile(fixed, file('王'.repeat(30))).length).toBeGreaterThan(0)
    expect(() => writeFile(fixed, file('王'.repeat(31)))).toThrow(
      '文件第 2 行的“户名”有 62 个字节，格式里只留了 60 个',
    )
  })

  it('refuses a character that the encoding lacks, or that would end the field', () => {
    const bars = presets.find(({ purpose, separator }) => purpose === 'out' && separator === '|')
    if (!bars) throw new Error('no preset')
    const file = (holder: string): FileValues => ({
      header: { batch: '1', date: day, count: 1, sum: fen(1) },
      lines: [{ line: 1, account: '6222', holder, amount: fen(1) }],
      trailer: {},
    })
    for (const holder of ['王𠮷', '王|明', '王\n明'])
      expect(() => writeFile(bars, file(holder))).toThrow(/“户名”里有写不进文件的字/)
  })

  it('is refused when it lacks what a file needs, or pads a name with zeros', () => {
    const [out] = presets
    if (!out) throw new Error('no preset')
    expect(layoutProblems({ ...out, header: [] })).toEqual([
      '首行或末行要有“批次号”',
      '首行或末行要有“总笔数”',
      '首行或末行要有“总金额”',
    ])
    const padded = out.detail.map((field) =>
      field.content === 'holder' ? { ...field, padWith: '0' as const } : field,
    )
    expect(layoutProblems({ ...out, detail: padded })).toEqual([
      '明细行第 3 项（户名）只有数字可以在左边补零',
    ])
    expect(layoutProblems({ ...out, separator: null })).toContain('明细行第 1 项（序号）要写明长度')
  })

  it('every preset works and shows how its file looks', () => {
    for (const preset of presets) {
      const { problems, lines, bytes } = previewLayout(preset, day)
      expect(problems).toEqual([])
      expect(lines.length).toBeGreaterThanOrEqual(3)
      expect(bytes).toBe(textBytes(lines[1] ?? '', preset.encoding)?.length)
    }
  })

  it('every character of GBK is written as the bytes that it is read from', () => {
    for (let lead = 0x81; lead <= 0xfe; lead++) {
      for (let trail = 0x40; trail <= 0xfe; trail++) {
        const text = bytesText(Uint8Array.of(lead, trail), 'gbk')
        if (text === undefined || trail === 0x7f || Array.from(text).length !== 1) continue
        const bytes = textBytes(text, 'gbk')
        expect(bytes && bytesText(bytes, 'gbk')).toBe(text)
      }
    }
  })
})

describe('a file that is not as its layout says', () => {
  const result = presets.find(({ purpose, separator }) => purpose === 'result' && separator === null)
  const read = (text: string) => result && readFile(result, textBytes(text, 'gbk') ?? new Uint8Array())

  it.each([
    ['', '没有明细'],
    ['H\nD\nT', '应有 29 个字节，有 1 个'],
    [`X${'1'.repeat(20)}20261205\n${'D'.padEnd(98)}\n${'T'.padEnd(22)}`, '应是“H”，是“X”'],
    [`H${'1'.repeat(20)}20261305\n${'D'.padEnd(98)}\n${'T'.padEnd(22)}`, '“扣款日期”是“20261305”'],
  ])('is refused with its line and what is wrong: %j', (text, said) => {
    expect(() => read(text)).toThrow(said)
  })
})
