import type { CounterBill } from '@anjiao/shared/contract/counter'
import type { ChargeId } from '@anjiao/shared/ids'
import { fen } from '@anjiao/shared/money'
import { expect, it } from 'vitest'
import { newTaking, voucherIn, wantedOf } from './taking-draft'

const charge = (id: number, openFen: number) =>
  ({ id: id as ChargeId, openFen: fen(openFen) }) as CounterBill['charges'][number]
const bill = {
  charges: [charge(1, 10_000), charge(2, 20_000)],
  allDueFen: fen(30_123),
} as unknown as CounterBill

it('all charges ticked one by one are all that is due, with what the delay has cost', () => {
  const draft = newTaking(bill)
  expect(wantedOf(draft, bill)).toEqual({ choice: { kind: 'all-due' }, seenFen: 30_123 })
  const picked = [1 as ChargeId, 2 as ChargeId]
  expect(wantedOf({ ...draft, what: 'picked', picked }, bill)).toEqual({
    choice: { kind: 'all-due' },
    seenFen: 30_123,
  })
  expect(wantedOf({ ...draft, what: 'picked', picked: [2 as ChargeId] }, bill)).toEqual({
    choice: { kind: 'charges', chargeIds: [2] },
    seenFen: 20_000,
  })
})

it('nothing is wanted while nothing is ticked or the amount is none', () => {
  const draft = newTaking(bill)
  expect(wantedOf({ ...draft, what: 'picked' }, bill)).toBeUndefined()
  for (const amount of ['', '0', '1.234', '-5', '10000000.01'])
    expect(wantedOf({ ...draft, what: 'amount', amount }, bill)).toBeUndefined()
})

it('cash needs no number, everything else one that the server takes', () => {
  const draft = newTaking(bill)
  expect(voucherIn(draft)).toBe('')
  expect(voucherIn({ ...draft, method: 'transfer', voucher: ' Ｉ77-8 ' })).toBe('I77-8')
  expect(voucherIn({ ...draft, method: 'transfer', voucher: '流水' })).toBeUndefined()
  expect(voucherIn({ ...draft, method: 'cheque', voucher: '123' })).toBeUndefined()
})
