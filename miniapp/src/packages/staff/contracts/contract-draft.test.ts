import { businessDate } from '@anjiao/shared/calendar'
import { expect, test } from 'vitest'
import { type ContractDraft, readContract } from './contract-draft'

const draft = (over: Partial<ContractDraft> = {}): ContractDraft => ({
  name: ' 阳光花园物业服务合同 ',
  fromDate: businessDate('2026-01-01'),
  hasEnd: false,
  toDate: businessDate('2028-12-31'),
  feeModel: 'lump_sum',
  hasLateFee: false,
  clause: '',
  rate: '',
  afterDays: '0',
  ...over,
})

test('a contract without a clause has no late fee, whatever else was typed', () => {
  expect(readContract(draft({ rate: '3', clause: '第十二条' }))).toEqual({
    name: '阳光花园物业服务合同',
    fromDate: '2026-01-01',
    toDate: null,
    feeModel: 'lump_sum',
    lateFee: null,
  })
})

test('万分之三 a day is three hundred millionths', () => {
  const read = readContract(
    draft({ hasEnd: true, hasLateFee: true, clause: '第十二条', rate: '3', afterDays: '30' }),
  )
  expect(read?.toDate).toBe('2028-12-31')
  expect(read?.lateFee).toEqual({ clause: '第十二条', dailyPpm: 300, afterDays: 30 })
})

test.each([
  ['without a name', draft({ name: ' ' })],
  ['that ends before it begins', draft({ hasEnd: true, toDate: businessDate('2025-12-31') })],
  ['with a late fee and no clause', draft({ hasLateFee: true, rate: '3' })],
  ['with a late fee of nothing', draft({ hasLateFee: true, clause: '第十二条', rate: '0' })],
  [
    'with days that are no number',
    draft({ hasLateFee: true, clause: '第十二条', rate: '3', afterDays: '一' }),
  ],
])('a contract %s is not taken', (_, wrong) => {
  expect(readContract(wrong)).toBeUndefined()
})
