import { fen } from '@anjiao/shared/money'
import { expect, test } from 'vitest'
import { lineOf, whereWords } from './refund-words'

test('where money went is told as WeChat tells it, in words of the house', () => {
  const paid = { state: 'paid', route: 'wechat' } as const
  expect(whereWords({ ...paid, receivedBy: '支付用户零钱' })).toBe('退到付款人的微信零钱')
  expect(whereWords({ ...paid, receivedBy: '招商银行信用卡0403' })).toBe('退到招商银行信用卡0403')
  expect(whereWords({ ...paid, receivedBy: null })).toContain('微信')
})

test('while it is on its way one is told how long it takes, and whom to ask when it does not arrive', () => {
  const toWechat = { route: 'wechat', receivedBy: null } as const
  expect(whereWords({ ...toWechat, state: 'owed' })).toContain('1 到 3 个工作日')
  expect(whereWords({ ...toWechat, state: 'abnormal' })).toContain('物业')
  expect(whereWords({ ...toWechat, state: 'failed' })).toContain('账上')
})

test('what goes to the advance is said to be there, and what is paid out to be had at the desk', () => {
  expect(whereWords({ state: 'paid', route: 'advance', receivedBy: null })).toContain('预存')
  expect(whereWords({ state: 'owed', route: 'cash', receivedBy: null })).toContain('前台')
})

test('who has received what was paid out is told by name: the home sees when it was somebody else', () => {
  expect(whereWords({ state: 'paid', route: 'cash', receivedBy: '王小明' })).toBe('已在物业前台付给王小明')
  expect(whereWords({ state: 'paid', route: 'transfer', receivedBy: '王小明' })).toBe(
    '已转到王小明的银行账户',
  )
})

test('one line tells state and amount', () => {
  expect(lineOf({ state: 'paid', amountFen: fen(4_000) })).toBe('已退款 40.00 元')
  expect(lineOf({ state: 'sent', amountFen: fen(4_000) })).toBe('正在退款 40.00 元')
})
