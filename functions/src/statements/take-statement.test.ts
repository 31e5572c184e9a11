import { businessDate } from '@anjiao/shared/calendar'
import { beforeEach, describe, expect, it } from 'vitest'
import { testWorld } from '../local/testing/world.ts'
import { aFile, aLayout, givenStatements } from './testing/given-statements.ts'

const { world, clock } = await testWorld()

beforeEach(() => clock.set('2026-11-23T10:00:00+08:00'))

const first = '2026-11-23,A001,100.00,,1100.00,李四,转账'
const second = '2026-11-23,A002,,5.00,1095.00,,手续费'
const third = '20261123 09:10:00,A003,"1,000.50",,2095.50,"王五, 李六",3-1-502'

describe('a statement that is taken in', () => {
  it('is shown before: what comes in, what goes out, how much is new; nothing is written', async () => {
    const given = await givenStatements(world)
    expect(await given.preview(aFile(first, second, third))).toMatchObject({
      known: false,
      lines: 3,
      fresh: 3,
      inFen: 110_050,
      outFen: 500,
      sample: [{ serial: 'A001' }, { amountFen: -500 }, { otherName: '王五, 李六', remark: '3-1-502' }],
    })
    expect((await given.statement()).lines).toEqual([])
  })

  it('twice, also by two at once, brings each line once', async () => {
    const given = await givenStatements(world)
    const file = aFile(first, second)
    await Promise.all([given.import(file), given.import(file)])
    expect(await given.import(file)).toMatchObject({ added: 0 })
    expect(await given.preview(file)).toMatchObject({ known: true, fresh: 0 })
    expect((await given.statement()).lines.map(({ serial }) => serial)).toEqual(['A002', 'A001'])
    expect(await given.audited()).toEqual([])
  })

  it('that overlaps an earlier one brings only what is new', async () => {
    const given = await givenStatements(world)
    await given.import(aFile(first, second))
    expect(await given.preview(aFile(second, third))).toMatchObject({ lines: 2, fresh: 1 })
    expect(await given.import(aFile(second, third))).toMatchObject({ added: 1 })
    expect((await given.statement()).lines).toHaveLength(3)
    expect(await given.audited()).toEqual([])
  })

  it('says of a line what an earlier one said, or is refused whole', async () => {
    const given = await givenStatements(world)
    await given.import(aFile(first))
    const other = first.replace('100.00', '90.00')
    await expect(given.import(aFile(other, third.replace('A003', 'A009')))).rejects.toMatchObject({
      code: 'bank-file-unreadable',
    })
    await expect(given.import(aFile(other))).rejects.toMatchObject({
      code: 'bank-line-contradicts',
      facts: { serial: 'A001' },
    })
    expect((await given.statement()).lines).toHaveLength(1)
  })

  it('of days on which nothing moved speaks of them all the same', async () => {
    const given = await givenStatements(world)
    const day = (date: string) => ({ query: { from: businessDate(date), to: businessDate(date) } })
    await given.import(aFile(), day('2026-11-21'))
    await given.import(aFile(), day('2026-11-22'))
    expect(await given.statement()).toMatchObject({ takenThrough: '2026-11-22', lines: [] })
    expect((await given.places()).find(({ id }) => id === given.bank)).toMatchObject({
      takenThrough: '2026-11-22',
      open: 0,
    })
  })
})

describe('a file is refused, naming row and column,', () => {
  it.each([
    ['whose balance does not lead from line to line', [first, third], 4, '余额'],
    ['with a day that is none', [first.replace('2026-11-23', '2026-13-01')], 3, '交易日期'],
    ['with a day outside the days it is for', [first.replace('11-23', '11-20')], 3, '交易日期'],
    ['with an amount that is none', [first.replace('100.00', '1OO')], 3, '收入金额'],
    ['without a serial number', [first.replace('A001', '')], 3, '流水号'],
    ['with a serial number twice', [first, first], 4, '流水号'],
    ['with a column too many', [`${first},x`], 3, '整行'],
  ])('%s', async (_, lines, line, column) => {
    const given = await givenStatements(world)
    await expect(given.import(aFile(...lines))).rejects.toMatchObject({
      code: 'bank-file-unreadable',
      facts: { line, column: expect.stringContaining(column) },
    })
    expect((await given.statement()).lines).toEqual([])
  })

  it('and as cut off, of other sums, or without its heading', async () => {
    const given = await givenStatements(world)
    await given.setLayout({ ...aLayout, totalMark: '合计' })
    await expect(given.import(aFile(first))).rejects.toMatchObject({ code: 'bank-file-cut-off' })
    await expect(given.import(aFile(first, '合计,,90.00,0.00,,,'))).rejects.toMatchObject({
      code: 'bank-file-sums-differ',
    })
    await expect(given.import(new TextEncoder().encode('没有表头'))).rejects.toMatchObject({
      code: 'bank-file-heading',
    })
    expect(await given.import(aFile(first, second, '合计,,100.00,5.00,,,'))).toMatchObject({ added: 2 })
  })

  it('without a layout, of days to come, and of a layout that cannot work', async () => {
    const given = await givenStatements(world)
    await expect(given.import(aFile(), { placeId: given.pos })).rejects.toMatchObject({
      code: 'bank-layout-missing',
    })
    const days = { from: businessDate('2026-11-23'), to: businessDate('2026-11-24') }
    await expect(given.import(aFile(), { query: days })).rejects.toMatchObject({ code: 'bank-days-wrong' })
    await expect(given.setLayout({ ...aLayout, columns: aLayout.columns.slice(2) })).rejects.toMatchObject({
      code: 'bank-layout-does-not-work',
    })
  })
})

it('a file that runs backwards, with one amount and a mark of its direction, is read the same', async () => {
  const given = await givenStatements(world)
  await given.setLayout({
    ...aLayout,
    creditMark: '贷',
    columns: [
      { title: '交易日期', content: 'day' },
      { title: '流水号', content: 'serial' },
      { title: '借贷', content: 'direction' },
      { title: '金额', content: 'amount' },
      { title: '余额', content: 'balance' },
    ],
  })
  const text = ['交易日期,流水号,借贷,金额,余额', '20261123,B2,借,5.00,95.00', '20261123,B1,贷,100.00,100.00']
  await given.import(new TextEncoder().encode(text.join('\n')))
  expect((await given.statement()).lines).toMatchObject([{ amountFen: 10_000 }, { amountFen: -500 }])
})

it('statements are seen by finance and managers, taken in by finance, of their own community and no till', async () => {
  const given = await givenStatements(world)
  await expect(given.places(given.clerk)).rejects.toMatchObject({ code: 'not-allowed' })
  await expect(given.import(aFile(first), { caller: given.manager })).rejects.toMatchObject({
    code: 'not-allowed',
  })
  expect((await given.statement('all', given.bank, given.manager)).lines).toEqual([])
  await expect(given.statement('all', given.till)).rejects.toMatchObject({ code: 'not-found' })
  const elsewhere = await givenStatements(world)
  await expect(given.import(aFile(first), { placeId: elsewhere.bank })).rejects.toMatchObject({
    code: 'not-found',
  })
})
