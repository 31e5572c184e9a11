import { bankLayoutProblems } from '@anjiao/shared/bank-statement'
import { expect, test } from 'vitest'
import { columnsOf } from './read-heading'

const contents = (heading: string, separator = ',') =>
  columnsOf(heading, separator).map(({ content }) => content)

test.each([
  [
    '交易日期,交易流水号,收入金额,支出金额,账户余额,对方户名,对方账号,摘要',
    ['day', 'serial', 'credit', 'debit', 'balance', 'name', 'ignored', 'remark'],
  ],
  [
    '"记账日期","流水号","借方发生额","贷方发生额","余额","对方单位名称","用途","备注"',
    ['day', 'serial', 'debit', 'credit', 'balance', 'name', 'remark', 'ignored'],
  ],
  ['交易时间,参考号,借贷标志,交易金额,付款人', ['day', 'serial', 'direction', 'amount', 'name']],
])('the heading %s is understood', (heading, expected) => {
  expect(contents(heading)).toEqual(expected)
  const columns = columnsOf(heading, ',')
  const layout = { encoding: 'gbk', separator: ',', columns, creditMark: '贷', totalMark: '' } as const
  expect(bankLayoutProblems({ ...layout, columns })).toEqual([])
})

test('another separator parts other columns, and one at the end adds none', () => {
  expect(columnsOf('交易日期|流水号|金额|', '|').map(({ title }) => title)).toEqual([
    '交易日期',
    '流水号',
    '金额',
  ])
  expect(columnsOf('交易日期,流水号', '|')).toHaveLength(1)
})

test('what somebody chose for a title stays while the rest is pasted anew', () => {
  const before = [{ title: '备注', content: 'name' as const }]
  expect(columnsOf('日期,备注', ',', before)).toEqual([
    { title: '日期', content: 'day' },
    { title: '备注', content: 'name' },
  ])
})
