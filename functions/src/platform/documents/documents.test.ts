import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Paper, PaperPart } from '@anjiao/shared/contract/paper'
import { paperText } from '@anjiao/shared/paper'
import { describe, expect, it } from 'vitest'
import { readPdf, withoutSpaces } from '../../local/testing/read-pdf.ts'
import { documentsOpenedLater } from './documents.ts'
import { coverageOf } from './font-coverage.ts'
import { anAgreement } from './testing/an-agreement.ts'

const documents = documentsOpenedLater()
const foot = '文本指纹 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'
const options = { foot, createdAt: new Date('2026-11-23T02:00:00Z') }
const aPaper = (...parts: PaperPart[]): Paper => ({ title: '告知书', under: '', parts })

async function pagesOf(paper: Paper): Promise<string[]> {
  const pages = await readPdf(await documents.setPaper(paper, options))
  return pages.map((page) => page.text)
}

const textOf = async (paper: Paper): Promise<string> => (await pagesOf(paper)).join('')

describe('a paper as PDF', () => {
  it('holds every word of the paper, in its order, over all its pages', async () => {
    const paper = anAgreement()
    const pages = await pagesOf(paper)
    const pageFoot = (at: number) => withoutSpaces(`${foot}第${at + 1}页共${pages.length}页`)
    const body = pages.map((page, at) => page.replace(pageFoot(at), '')).join('')
    let read = 0
    for (const words of paperText(paper)
      .split(/[\n\t]/)
      .map(withoutSpaces)) {
      const found = body.indexOf(words, read)
      expect(found, words).toBeGreaterThanOrEqual(0)
      read = found + words.length
    }
  })

  it('says on every page which page of how many it is, and by what the paper is recognised', async () => {
    const pages = await pagesOf(anAgreement())
    expect(pages.length).toBeGreaterThan(3)
    for (const [at, page] of pages.entries())
      expect(page).toContain(withoutSpaces(`${foot}第 ${at + 1} 页 共 ${pages.length} 页`))
  })

  it('repeats the head of a table on each page that the table reaches', async () => {
    const pages = await pagesOf(anAgreement())
    const withRows = pages.filter((page) => page.includes('物业服务费20'))
    expect(withRows.length).toBeGreaterThan(2)
    for (const page of withRows) expect(page).toContain('期次费用应缴日期金额（元）')
  })

  it('leaves no total alone on a page: the last two rows of a table stay together', async () => {
    for (let count = 20; count < 32; count++) {
      const rows = Array.from({ length: count }, (_, at) => [`第 ${at + 1} 行`, '1.00'])
      const table: PaperPart = {
        kind: 'table',
        columns: ['期次', '金额（元）'],
        ends: 1,
        rows: [...rows, ['合计', `${count}.00`]],
      }
      const pages = await pagesOf(aPaper(table))
      const withTotal = pages.find((page) => page.includes('合计'))
      expect(withTotal, `${count} rows`).toContain(withoutSpaces(`第 ${count} 行`))
    }
  })

  it('takes no text for markup', async () => {
    const texts = [
      '#set page(fill: red)',
      '$x^2$',
      '*a* _b_ `c`',
      '= 标题',
      '- 项 // 注 /* 注 */',
      '\\u{41} \\',
      '"引" --- ...',
      '<l> @l ~',
      '#panic("x")',
    ]
    const paper: Paper = {
      title: '#title() *题*',
      under: '$y$',
      parts: texts.flatMap((text): PaperPart[] => [
        { kind: 'heading', text },
        { kind: 'paragraph', text },
        { kind: 'notice', text },
        { kind: 'facts', rows: [{ label: text, text }] },
        { kind: 'table', columns: [text], ends: 0, rows: [[text]] },
      ]),
    }
    const read = await textOf(paper)
    expect(read).toContain('#title()*题*$y$')
    for (const text of texts)
      expect(read.split(withoutSpaces(text)).length - 1, text).toBeGreaterThanOrEqual(6)
  })

  it('keeps everything on the page: long numbers break, crowded tables grow smaller', async () => {
    const hash = '9f86d081884c7d65'.repeat(8)
    const amounts = ['12,079.00', '1,235.60', '13,314.60', '100.00', '0.00', '13,314.60', '99,999.00']
    const paper = aPaper(
      { kind: 'paragraph', text: hash },
      { kind: 'facts', rows: [{ label: '一个特别特别长的名称它会折行', text: hash }] },
      {
        kind: 'table',
        columns: ['账单', '费用', '期间', ...amounts.map((_, at) => `金额${at}`)],
        ends: 7,
        rows: [['2026-000123', hash, '2025-01-01 至 2025-12-31', ...amounts]],
      },
      {
        kind: 'table',
        columns: Array.from({ length: 16 }, (_, at) => `栏${at}`),
        ends: 12,
        rows: [Array.from({ length: 16 }, () => '123,456.78')],
      },
    )
    const pages = await readPdf(await documents.setPaper(paper, options))
    for (const { rightmost } of pages) expect(rightmost).toBeLessThan(595 - 60)
    const read = pages.map((page) => page.text).join('')
    expect(read.split(hash)).toHaveLength(4)
    for (const amount of amounts) expect(read).toContain(amount)
    expect(read.split('123,456.78')).toHaveLength(17)
  })

  it('keeps the line breaks that a text has', async () => {
    const height = async (text: string) =>
      (await textOf(aPaper({ kind: 'paragraph', text }))).includes('共2页')
    expect(await height('一\n'.repeat(60))).toBe(true)
    expect(await height('一\r\n'.repeat(60))).toBe(true)
    expect(await height('一 '.repeat(60))).toBe(false)
  })
})

describe('rare characters', () => {
  it('are drawn when our fonts have them', async () => {
    const read = await textOf(anAgreement('欧阳㛃、𬱖之、龘'))
    expect(read).toContain('欧阳㛃、𬱖之、龘')
    expect(read).not.toContain('〔')
  })

  it('are written as their number when our fonts lack them, and the paper says so: no name is lost', async () => {
    const read = await textOf(anAgreement('𠮷田\u{2C386}'))
    expect(read).toContain('业主〔U+20BB7〕田〔U+2C386〕')
    expect(read).toContain('乙方〔U+20BB7〕田〔U+2C386〕')
    expect(read).toContain('说明：文中的〔U+20BB7〕、〔U+2C386〕是生僻字。')
  })

  it('are neither made of invisible characters nor reordered by them', async () => {
    const read = await textOf(
      aPaper({ kind: 'paragraph', text: '张\u200B三\uFEFF欠\u202E12\u202C元，葛\u{E0100}先生\t女士' }),
    )
    expect(read).toContain('张三欠12元，葛先生女士')
    expect(read).not.toContain('〔')
  })

  it('all can be set that the fonts are said to draw: the archival standard lets no missing glyph pass', async () => {
    const font = createRequire(import.meta.filename).resolve(
      '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
    )
    const covers = coverageOf(await readFile(font))
    const everything = Array.from({ length: 0x11_0000 }, (_, code) => code)
      .filter(covers)
      .map((code) => String.fromCodePoint(code))
    expect(everything.length).toBeGreaterThan(30_000)
    const parts = Array.from(
      { length: Math.ceil(everything.length / 500) },
      (_, at): PaperPart => ({
        kind: at % 2 === 0 ? 'paragraph' : 'notice',
        text: everything.slice(at * 500, at * 500 + 500).join(''),
      }),
    )
    await expect(documents.setPaper(aPaper(...parts), options)).resolves.toBeInstanceOf(Uint8Array)
  })
})

describe('setting a paper', () => {
  const inAProcessOfItsOwn = async (script: string, ...flags: string[]): Promise<string> => {
    const url = (file: string) => JSON.stringify(join(import.meta.dirname, file))
    const code = `
      import { documentsOpenedLater } from ${url('documents.ts')}
      import { anAgreement } from ${url('testing/an-agreement.ts')}
      import { createHash } from 'node:crypto'
      const documents = documentsOpenedLater()
      const options = { foot: ${JSON.stringify(foot)}, createdAt: new Date('2026-11-23T02:00:00Z') }
      ${script}`
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [...flags, '--input-type=module', '--eval', code],
      { cwd: tmpdir(), env: { TZ: 'America/New_York' } },
    )
    return stdout.trim()
  }

  it('gives the same bytes for the same paper, in another process too', async () => {
    const script = `console.log(createHash('sha256').update(await documents.setPaper(anAgreement(), options)).digest('hex'))`
    await documents.setPaper(aPaper(), options)
    const bytes = await documents.setPaper(anAgreement(), options)
    const here = createHash('sha256').update(bytes).digest('hex')
    expect(await inAProcessOfItsOwn(script)).toBe(here)
    const later = { ...options, createdAt: new Date('2026-11-24T02:00:00Z') }
    expect(Buffer.from(await documents.setPaper(anAgreement(), later)).equals(bytes)).toBe(false)
  })

  it('takes no more memory for the two hundredth paper than for the fiftieth', async () => {
    const script = `
      const megabytes = []
      for (let paper = 1; paper <= 200; paper++) {
        await documents.setPaper(anAgreement('业主' + paper), options)
        if (paper % 10 === 0) gc()
        if (paper === 50 || paper === 200) megabytes.push(process.memoryUsage.rss() / 1e6)
      }
      console.log(JSON.stringify(megabytes))`
    const [fiftieth = 0, last = 0] = JSON.parse(await inAProcessOfItsOwn(script, '--expose-gc'))
    expect(last - fiftieth).toBeLessThan(40)
  }, 60_000)

  it('sets several at once', async () => {
    const all = await Promise.all(['甲', '乙', '丙'].map((owner) => textOf(anAgreement(owner))))
    expect(all.map((text) => text.match(/业主(.)房屋/)?.[1])).toEqual(['甲', '乙', '丙'])
  })

  it('refuses a table whose rows do not fit its columns, and a paper without end', async () => {
    const table = (ends: number, ...cells: string[]) =>
      aPaper({ kind: 'table', columns: ['一', '二'], ends, rows: [cells] })
    await expect(documents.setPaper(table(0, '只有一格'), options)).rejects.toThrow('does not fit')
    await expect(documents.setPaper(table(3, 'a', 'b'), options)).rejects.toThrow('does not fit')
    const endless = aPaper({ kind: 'paragraph', text: '长'.repeat(300_000) })
    await expect(documents.setPaper(endless, options)).rejects.toThrow('too long')
  })
})
