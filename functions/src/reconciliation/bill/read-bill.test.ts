import { fen } from '@anjiao/shared/money'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { milliFen, readFundFlow, readTradeBill, type TradeRow } from '../index.ts'
import { anyFund, anyPaid, anyRefund, anyTrade } from '../testing/any-bill.ts'
import {
  allOf,
  chunksOf,
  fundColumns,
  tradeColumns,
  type Writing,
  writtenFundFlow,
  writtenTradeBill,
} from '../testing/written-bill.ts'

const textOf = (lines: Iterable<string>): string => [...lines].join('')
const readTrade = (text: string, chunk?: number) => allOf(readTradeBill(chunksOf(text, chunk)))
const readFund = (text: string) => allOf(readFundFlow(chunksOf(text)))

const anyWriting = fc.record({
  byteOrderMark: fc.boolean(),
  newline: fc.constantFrom('\n', '\r\n'),
})

const paid: TradeRow = {
  kind: 'paid',
  appid: 'wx0123456789abcdef',
  mchid: '1900000109',
  subMchid: undefined,
  transactionId: '4200000123202611230000000001',
  outTradeNo: 'P20261123-0001',
  openid: 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o',
  currency: 'CNY',
  description: '阳光花园 3-1-502 物业费',
  feeMilliFen: milliFen(2_495_000),
  paidAt: new Date('2026-11-23T12:00:00+08:00'),
  amountFen: fen(415_800),
  settlementFen: fen(415_800),
}
const bill = (writing: Writing = {}, rows: readonly TradeRow[] = [paid]) =>
  textOf(writtenTradeBill(rows, writing))

describe('reading gives back the rows that were written', () => {
  it('of all trades, with any commas, backticks and quotes in what was sold', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyTrade, { maxLength: 20 }), anyWriting, async (rows, writing) => {
        expect(await readTrade(bill(writing, rows))).toEqual(rows)
      }),
    )
  })

  it.each([
    ['SUCCESS', anyPaid],
    ['REFUND', anyRefund],
  ] as const)('of the %s layout', async (layout, anyRow) => {
    const columns = tradeColumns[layout]
    await fc.assert(
      fc.asyncProperty(fc.array(anyRow, { maxLength: 20 }), anyWriting, async (rows, writing) => {
        expect(await readTrade(bill({ ...writing, columns }, rows))).toEqual(rows)
      }),
    )
  })

  it('of the fund flow', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyFund, { maxLength: 20 }), anyWriting, async (rows, writing) => {
        expect(await readFund(textOf(writtenFundFlow(rows, writing)))).toEqual(rows)
      }),
    )
  })

  it('wherever the chunks end, inside a character as well', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyTrade, { maxLength: 5 }),
        anyWriting,
        fc.integer({ min: 1, max: 40 }),
        async (rows, writing, chunk) => {
          expect(await readTrade(bill(writing, rows), chunk)).toEqual(rows)
        },
      ),
    )
  })

  it('in whatever order the columns stand, and with columns nobody knows', async () => {
    const anyColumns = fc.shuffledSubarray([...tradeColumns.ALL, '新的一列', '另一列'], { minLength: 29 })
    const anySummary = fc.constantFrom(
      ['总交易单数', '手续费总金额', '新的合计', '订单总金额', '应结订单总金额'],
      ['总交易单数', '申请退款总金额', '应结订单总金额', '退款总金额', '订单总金额', '手续费总金额'],
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyTrade, { maxLength: 10 }),
        anyColumns,
        anySummary,
        async (rows, columns, summary) => {
          expect(await readTrade(bill({ columns, summary }, rows))).toEqual(rows)
        },
      ),
    )
  })

  it('and a merchant package (商户数据包) that looks like two fields spoils no amount', async () => {
    const [read] = await readTrade(bill().replace('物业费,`,`', '物业费,`a,`b,`'))
    expect(read).toEqual({ ...paid, description: expect.stringContaining('物业费') })
  })
})

it('reads the bills that others have shown', async () => {
  const header = tradeColumns.ALL.join(',')
  const rows = await readTrade(
    `${header}\r\n` +
      '`2024-07-09 16:47:58,`wxe1,`1579507281,`0,`,`4200002166202406250324636876,`5617363390111199232,`oVgfJ5,`JSAPI,`REFUND,`OTHERS,`CNY,`0.00,`0.00,`50302709992024070991956632208,`5622435300878286848,`50.00,`0.00,`ORIGINAL,`SUCCESS,`2024-06-28 18:30 客户付款,`{"statement_id":"5617363390111199232"},`-0.27000,`0.54%,`0.00,`50.00,`\r\n' +
      '`2024-07-09 10:06:33,`wxe1,`1579507281,`0,`,`4200002360202407091150650780,`5622334254839656448,`oVgfJ5,`JSAPI,`SUCCESS,`OTHERS,`CNY,`60.00,`0.00,`0,`0,`0.00,`0.00,`,`,`2024-07-10 13:50 客户付款,`{"statement_id":"5622334254839656448"},`0.32000,`0.54%,`60.00,`0.00,`\r\n' +
      '总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额\r\n' +
      '`2,`60.00,`50.00,`0.00,`0.05000,`60.00,`50.00\r\n',
  )
  expect(rows).toMatchObject([
    { kind: 'refund', amountFen: 5_000, feeMilliFen: -27_000, outTradeNo: '5617363390111199232' },
    { kind: 'paid', amountFen: 6_000, feeMilliFen: 32_000, paidAt: new Date('2024-07-09T10:06:33+08:00') },
  ])
  const funds = await readFund(
    '记账时间,微信支付业务单号,资金流水单号,业务名称,业务类型,收支类型,收支金额（元）,账户结余（元）,资金变更提交申请人,备注,业务凭证号\n' +
      '`2018-02-01 04:21:23,`50000305742018020103387128253,`1900009231201802015884652186,`退款,`退款,`支出,`0.02,`0.17,`system,`缺货,`REF4200000068201801293084726067\n' +
      '资金流水总笔数,收入笔数,收入金额,支出笔数,支出金额\n`1.0,`0.0,`0,`1.0,`0.02\n',
  )
  expect(funds).toMatchObject([{ purpose: 'refund', direction: 'out', amountFen: 2, balanceFen: 17 }])
})

it('takes a day without rows', async () => {
  expect(await readTrade(bill({}, []))).toEqual([])
})

describe('a bill is refused', () => {
  const refusal = (text: string) => readTrade(text).catch((error: unknown) => error)
  const without = (column: string) => bill({ columns: tradeColumns.ALL.filter((name) => name !== column) })

  it.each([
    '交易时间',
    '微信订单号',
    '商户订单号',
    '交易状态',
    '货币种类',
    '手续费',
    '订单金额',
    '退款状态',
    '申请退款金额',
  ])('when it lacks the column %s', async (column) => {
    expect(await refusal(without(column))).toMatchObject({
      code: 'bill-column-missing',
      facts: { column },
    })
  })

  it('when it is no bill', async () => {
    expect(await refusal('{"code":"NO_STATEMENT_EXIST"}')).toMatchObject({
      code: 'bill-column-missing',
      message: expect.stringContaining('NO_STATEMENT_EXIST'),
    })
    expect(await refusal('')).toMatchObject({ code: 'bill-cut-off' })
  })

  it('wherever it was cut off before its last figure, between two lines or within one', async () => {
    const whole = bill({}, [paid, paid])
    for (let at = 0; at <= whole.lastIndexOf('`') + 1; at++) {
      expect(await refusal(whole.slice(0, at))).toMatchObject({ name: 'Refusal' })
    }
  })

  it('when its summary says another count or sum, naming each', async () => {
    const saying = { 总交易单数: '2', 订单总金额: '4158.01' }
    expect(await refusal(bill({ saying }))).toMatchObject({
      code: 'bill-sums-differ',
      facts: { what: '总交易单数、订单总金额' },
    })
    for (const name of [
      '应结订单总金额',
      '退款总金额',
      '充值券退款总金额',
      '手续费总金额',
      '申请退款总金额',
    ]) {
      expect(await refusal(bill({ saying: { [name]: '0.01' } }))).toMatchObject({ facts: { what: name } })
    }
    const fund = textOf(writtenFundFlow([], { saying: { 支出金额: '0.01' } }))
    await expect(readFund(fund)).rejects.toMatchObject({ facts: { what: '支出金额' } })
  })

  it('when a row is missing, or one too many', async () => {
    const lines = bill({}, [paid, paid]).split('\r\n')
    expect(await refusal(lines.toSpliced(1, 1).join('\r\n'))).toMatchObject({ code: 'bill-sums-differ' })
    expect(await refusal(lines.toSpliced(1, 0, lines[1] ?? '').join('\r\n'))).toMatchObject({
      code: 'bill-sums-differ',
    })
  })

  it.each([
    ['交易时间', '2026-11-23 12:00:00', '2026-13-23 12:00:00'],
    ['交易状态', 'SUCCESS', 'USERPAYING'],
    ['手续费', '24.95000', '24.950001'],
    ['订单金额', '0.60%,`4158.00', '0.60%,`4158.005'],
    ['订单金额', '0.60%,`4158.00', '0.60%,`4,158.00'],
    ['应结订单金额', 'CNY,`4158.00', 'CNY,`1e3'],
    ['微信订单号', '4200000123202611230000000001', ''],
  ])('when its %s cannot be read: %s as %s', async (column, was, is) => {
    expect(await refusal(bill().replace(was, is))).toMatchObject({
      code: 'bill-row-unreadable',
      facts: { line: 2, column },
    })
  })

  it('when a row has too few fields, no backtick, or something follows the summary', async () => {
    expect(await refusal(bill().replace(',`JSAPI', ''))).toMatchObject({ code: 'bill-row-unreadable' })
    expect(await refusal(bill().replace('`2026', '2026'))).toMatchObject({ code: 'bill-row-unreadable' })
    expect(await refusal(`${bill()}\`1`)).toMatchObject({ facts: { line: 5, column: '汇总' } })
  })

  it('when a refund stands in a layout that has no room for one', async () => {
    const [refund] = fc.sample(anyRefund, { numRuns: 1, seed: 7 })
    const columns = tradeColumns.SUCCESS
    expect(await refusal(bill({ columns }, refund ? [refund] : []))).toMatchObject({
      facts: { column: '微信退款单号' },
    })
  })

  it('when its bytes are no text, or a line has no end', async () => {
    const broken = Buffer.from(bill())
    broken[broken.length - 30] = 0xff
    async function* bytes() {
      yield broken
    }
    await expect(allOf(readTradeBill(bytes()))).rejects.toMatchObject({ code: 'bill-not-text' })
    expect(await refusal('`'.repeat(20_000))).toMatchObject({ code: 'bill-line-too-long' })
    expect(await refusal(bill().replace('物业费', '物业费'.repeat(8_000)))).toMatchObject({
      code: 'bill-line-too-long',
    })
  })

  it('also when what goes wrong comes after the summary: a hash that does not fit', async () => {
    async function* bytes() {
      yield Buffer.from(bill())
      throw new Error('wrong-hash')
    }
    await expect(allOf(readTradeBill(bytes()))).rejects.toThrow('wrong-hash')
  })
})

it('takes a total of fees in whole fen for what it is', async () => {
  const rows = [3_333, 3_333, 3_333].map((fee) => ({ ...paid, feeMilliFen: milliFen(fee) }))
  expect(await readTrade(bill({ saying: { 手续费总金额: '0.10' } }, rows))).toEqual(rows)
  await expect(readTrade(bill({ saying: { 手续费总金额: '0.09' } }, rows))).rejects.toMatchObject({
    code: 'bill-sums-differ',
  })
})

it('finds the fund flow by the names of its columns too', async () => {
  const columns = fundColumns.filter((name) => name !== '账户结余(元)')
  await expect(readFund(textOf(writtenFundFlow([], { columns })))).rejects.toMatchObject({
    facts: { column: '账户结余(元)' },
  })
})
