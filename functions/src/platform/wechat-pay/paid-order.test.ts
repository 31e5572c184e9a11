import { describe, expect, it } from 'vitest'
import { readPaidOrder } from './paid-order.ts'

const transaction = {
  mchid: '1900000001',
  appid: 'wx0123456789abcdef',
  out_trade_no: 'P20261123-0001',
  transaction_id: '4200002026112300000000000001',
  trade_type: 'JSAPI',
  trade_state: 'SUCCESS',
  bank_type: 'OTHERS',
  attach: '',
  success_time: '2026-11-23T12:00:00+08:00',
  payer: { openid: 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o' },
  amount: { total: 415_800, payer_total: 415_700, currency: 'CNY', payer_currency: 'CNY' },
}
const withAmount = (amount: object) => ({ ...transaction, amount: { ...transaction.amount, ...amount } })

it('reads what money hangs on, in fen and as an instant', () => {
  expect(readPaidOrder(transaction)).toEqual({
    mchid: '1900000001',
    appid: 'wx0123456789abcdef',
    outTradeNo: 'P20261123-0001',
    transactionId: '4200002026112300000000000001',
    amountFen: 415_800,
    payerTotalFen: 415_700,
    currency: 'CNY',
    openid: 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o',
    paidAt: new Date('2026-11-23T04:00:00Z'),
    bankType: 'OTHERS',
  })
})

it('takes CNY and the whole amount where WeChat says neither currency nor payer_total', () => {
  expect(readPaidOrder({ ...transaction, amount: { total: 1 } })).toMatchObject({
    amountFen: 1,
    payerTotalFen: 1,
    currency: 'CNY',
  })
})

describe('does not take for a paid order', () => {
  it.each(['mchid', 'appid', 'out_trade_no', 'transaction_id', 'success_time', 'payer', 'amount'])(
    'one without %s',
    (field) => {
      expect(readPaidOrder({ ...transaction, [field]: undefined })).toBeUndefined()
      expect(readPaidOrder({ ...transaction, [field]: 7 })).toBeUndefined()
    },
  )

  it.each([0, -1, 0.5, '415800', Number.MAX_SAFE_INTEGER + 1, null])('one of %s fen', (total) => {
    expect(readPaidOrder(withAmount({ total }))).toBeUndefined()
  })

  it('one for which more was paid than asked', () => {
    expect(readPaidOrder(withAmount({ payer_total: 415_801 }))).toBeUndefined()
  })

  it.each(['2026-11-23', '1795406400', '2026-13-23T12:00:00+08:00', '2026-11-23T12:00:00'])(
    'one paid at %s',
    (success_time) => {
      expect(readPaidOrder({ ...transaction, success_time })).toBeUndefined()
    },
  )

  it.each([null, [], 'SUCCESS', undefined])('%s', (other) => {
    expect(readPaidOrder(other)).toBeUndefined()
  })
})

describe('under a service provider', () => {
  const { mchid, appid, ...rest } = transaction
  const partner = {
    ...rest,
    sp_mchid: '1900000009',
    sp_appid: 'wx9999999999999999',
    sub_mchid: mchid,
    sub_appid: appid,
    payer: { sp_openid: 'oOfTheProvider', sub_openid: 'oOfOurs' },
  }

  it('reads whose money it is, under whom, and the payer of the mini-program that was paid in', () => {
    expect(readPaidOrder(partner)).toMatchObject({
      mchid,
      spMchid: '1900000009',
      appid,
      openid: 'oOfOurs',
    })
    expect(readPaidOrder({ ...partner, sub_appid: undefined })).toMatchObject({
      appid: 'wx9999999999999999',
      openid: 'oOfTheProvider',
    })
  })

  it.each(['sp_mchid', 'sub_mchid', 'sp_appid', 'sub_appid', 'payer'])(
    'does not take for a paid order one whose %s is odd',
    (field) => {
      const odd = { ...partner, ...(field === 'sp_appid' && { sub_appid: undefined }) }
      expect(readPaidOrder({ ...odd, [field]: 7 })).toBeUndefined()
    },
  )

  it('does not take for a paid order one that names no sub-merchant, be there a merchant', () => {
    expect(readPaidOrder({ ...partner, sub_mchid: undefined, mchid })).toBeUndefined()
  })
})
