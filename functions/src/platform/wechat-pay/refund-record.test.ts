import { describe, expect, it } from 'vitest'
import type { JsonObject } from './json-shape.ts'
import { readRefund } from './refund-record.ts'

const refund = {
  refund_id: '50300000002026112300000000001',
  out_refund_no: 'R20261123-0001',
  transaction_id: '4200002026112300000000000001',
  out_trade_no: 'P20261123-0001',
  channel: 'ORIGINAL',
  user_received_account: '招商银行信用卡0403',
  success_time: '2026-11-23T12:00:00+08:00',
  amount: { total: 415_800, refund: 15_800, payer_total: 415_700, payer_refund: 15_700, currency: 'CNY' },
}
const withAmount = (amount: object) => ({ ...refund, amount: { ...refund.amount, ...amount } })
const read = (value: JsonObject, status = 'SUCCESS') => readRefund(value, status)

it('reads what money hangs on, in fen and as an instant', () => {
  expect(read(refund)).toEqual({
    refundId: '50300000002026112300000000001',
    outRefundNo: 'R20261123-0001',
    transactionId: '4200002026112300000000000001',
    outTradeNo: 'P20261123-0001',
    amountFen: 15_800,
    totalFen: 415_800,
    payerRefundFen: 15_700,
    currency: 'CNY',
    receivedBy: '招商银行信用卡0403',
    state: 'SUCCESS',
    refundedAt: new Date('2026-11-23T04:00:00Z'),
  })
})

it.each(['PROCESSING', 'CLOSED', 'ABNORMAL'])('knows no time of success while it is %s', (state) => {
  expect(read(refund, state)).not.toHaveProperty('refundedAt')
  expect(read(refund, state)).toMatchObject({ state })
})

it('takes CNY, and the whole of it, where a notice says neither currency nor payer_refund', () => {
  expect(read({ ...refund, amount: { total: 2, refund: 1 } })).toMatchObject({
    currency: 'CNY',
    payerRefundFen: 1,
  })
})

describe('does not take for a refund', () => {
  it.each(['refund_id', 'out_refund_no', 'transaction_id', 'out_trade_no', 'amount', 'success_time'])(
    'one without %s',
    (field) => {
      expect(read({ ...refund, [field]: undefined })).toBeUndefined()
      expect(read({ ...refund, [field]: 7 })).toBeUndefined()
    },
  )

  it.each([
    { refund: 0 },
    { refund: -1 },
    { refund: 0.5 },
    { refund: '1' },
    { refund: 415_801 },
    { total: undefined },
    { payer_refund: 15_801 },
    { payer_refund: null },
  ])('one of %j', (amount) => {
    expect(read(withAmount(amount))).toBeUndefined()
  })

  it.each(['FINISHED', '', 'success'])('one that stands at "%s"', (state) => {
    expect(read(refund, state)).toBeUndefined()
  })
})
