import { addDays, businessDateAt, startOfDay } from '@anjiao/shared/calendar'
import { fen } from '@anjiao/shared/money'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../local/emulator/testing/merchant.ts'
import { readTradeBill } from '../../reconciliation/index.ts'
import { allOf } from '../../reconciliation/testing/written-bill.ts'
import {
  bookedUnder,
  checkWechatPayConfig,
  createWechatPay,
  type PartnerMerchant,
  type WechatPay,
  type WechatPayConfig,
} from './index.ts'

let scene: Scene

beforeAll(async () => {
  scene = await openScene()
})
afterEach(() => scene.emulator.control.reset())
afterAll(() => scene.close())

const advance = (seconds: number) => scene.emulator.clock.advance(seconds * 1000)
/** The sub-merchant has a mini-program of its own, or people pay in the provider's. */
const ofItsOwn = (): PartnerMerchant => scene.emulator.partner
function inTheProviders(): PartnerMerchant {
  const { subAppid, ...partner } = scene.emulator.partner
  return { ...partner, spAppid: subAppid }
}
const configOf = (merchant: PartnerMerchant): WechatPayConfig => ({ ...scene.config, merchant })
const portOf = (merchant: PartnerMerchant): WechatPay => createWechatPay(configOf(merchant))

/** Orders, and has it paid on the phone by what the port gave it. */
async function paidBy(pay: WechatPay) {
  const order = scene.order()
  const prepaid = await pay.prepay(order)
  if (prepaid.kind !== 'ok') throw new Error(JSON.stringify(prepaid))
  const { prepayId: prepay_id, payParams } = prepaid
  const { openid } = scene
  const phone = scene.emulator.control.pay({ prepay_id, openid, outcome: 'ok', payParams })
  expect(phone.result).toBe('ok')
  return { ...order, payParams }
}
const readAll = (pay: WechatPay) =>
  scene.receiver.received.splice(0).map(({ headers, body }) => pay.readNotification(headers, body))

describe.each([
  ['with a mini-program of its own', ofItsOwn],
  ['whose people pay in the provider’s mini-program', inTheProviders],
])('a merchant under a service provider, %s,', (_, merchantOf) => {
  it('is paid, and what was paid names it and its provider', async () => {
    const merchant = merchantOf()
    const pay = portOf(merchant)
    scene.receiver.received.length = 0
    const { outTradeNo, payParams } = await paidBy(pay)
    expect(payParams.appId).toBe(scene.emulator.miniProgram.appid)
    await advance(0)

    const paid = await pay.query(outTradeNo)
    const { kind, ...order } = paid
    expect(paid).toMatchObject({
      kind: 'success',
      mchid: merchant.subMchid,
      spMchid: merchant.spMchid,
      appid: scene.emulator.miniProgram.appid,
      openid: scene.openid,
      outTradeNo,
      amountFen: 415_800,
    })
    expect([kind, bookedUnder(merchant)]).toEqual(['success', merchant.subMchid])
    expect(readAll(pay)).toEqual([{ kind: 'paid', eventId: expect.any(String), order }])
  })

  it('closes its orders, and hears when one was paid, or is not its own', async () => {
    const pay = portOf(merchantOf())
    const order = scene.order()
    await pay.prepay(order)
    expect(await pay.query(order.outTradeNo)).toEqual({ kind: 'not-paid' })
    expect(await pay.close(order.outTradeNo)).toEqual({ kind: 'closed' })
    expect(await pay.query(order.outTradeNo)).toEqual({ kind: 'closed' })
    expect(await pay.prepay(order)).toEqual({ kind: 'order-closed' })
    expect(await pay.close((await paidBy(pay)).outTradeNo)).toEqual({ kind: 'already-paid' })

    const directs = await scene.paidOrder()
    expect(await pay.query(directs.outTradeNo)).toEqual({ kind: 'unknown-order' })
    expect(await scene.pay.query(order.outTradeNo)).toEqual({ kind: 'unknown-order' })
  })

  it('gives back, asks how that stands, and is told', async () => {
    const merchant = merchantOf()
    const pay = portOf(merchant)
    const paid = await pay.query((await paidBy(pay)).outTradeNo)
    if (paid.kind !== 'success') throw new Error(paid.kind)
    const { transactionId, amountFen: totalFen, outTradeNo } = paid
    await advance(0)
    scene.receiver.received.length = 0
    const order = { outRefundNo: `R-${outTradeNo}`, transactionId, totalFen, amountFen: fen(100) }
    const taken = await pay.refund(order)
    expect(taken).toMatchObject({ kind: 'ok', refund: { state: 'PROCESSING', outTradeNo } })
    expect(await pay.refund(order)).toEqual(taken)
    await advance(5)
    expect(await pay.queryRefund(order.outRefundNo)).toMatchObject({ refund: { state: 'SUCCESS' } })
    expect(readAll(pay)).toMatchObject([
      {
        kind: 'refund',
        mchid: merchant.subMchid,
        spMchid: merchant.spMchid,
        refund: { outRefundNo: order.outRefundNo, state: 'SUCCESS' },
      },
    ])
    expect((await scene.pay.refund({ ...order, outRefundNo: 'R-DIRECT' })).kind).toBe('config')
    expect((await scene.pay.queryRefund(order.outRefundNo)).kind).toBe('config')
  })
})

describe('notices of another merchant under the same keys', () => {
  it('are refused, be they of another sub-merchant, or of the provider itself', async () => {
    const pay = portOf(ofItsOwn())
    scene.receiver.received.length = 0
    scene.emulator.control.notifyFault({ fault: 'otherMchid' })
    await paidBy(pay)
    await advance(0)
    expect(readAll(pay)).toEqual([{ kind: 'other-merchant' }])
    await scene.paidOrder()
    await advance(0)
    expect(readAll(pay)).toEqual([{ kind: 'other-merchant' }])
  })

  it('are refused by a direct merchant that is a service provider too', async () => {
    scene.receiver.received.length = 0
    await paidBy(portOf(ofItsOwn()))
    await advance(0)
    expect(readAll(scene.pay)).toEqual([{ kind: 'other-merchant' }])
  })
})

describe('a wrong configuration', () => {
  it.each([
    ['a sub-merchant that the provider does not have', { subMchid: '1900000001' }],
    ['an AppID of somebody else', { spAppid: 'wx0000000000000000' }],
    ['an AppID of somebody else under it', { subAppid: 'wx0000000000000000' }],
    ['another provider', { spMchid: '1900000001' }],
  ])('with %s is called so, whatever is asked', async (_, change) => {
    const pay = portOf({ ...ofItsOwn(), ...change })
    expect((await pay.prepay(scene.order())).kind).toBe('config')
    if ('spAppid' in change || 'subAppid' in change) return
    expect((await pay.query('P20261123-0001')).kind).toBe('config')
    expect((await pay.close('P20261123-0001')).kind).toBe('config')
    expect((await pay.queryRefund('R-0001')).kind).toBe('config')
  })

  it('is called so when the provider is its own sub-merchant', async () => {
    const pay = portOf({ ...ofItsOwn(), subMchid: ofItsOwn().spMchid })
    expect(await pay.prepay(scene.order())).toMatchObject({
      kind: 'config',
      requestId: expect.stringMatching(/-268443705$/),
    })
  })

  it.each([
    ['spMchid', { spMchid: '12' }],
    ['spAppid', { spAppid: 'wx' }],
    ['subMchid', { subMchid: '12' }],
    ['subAppid', { subAppid: 'wx' }],
  ])('is found at the start: %s', (field, change) => {
    const problems = (merchant: PartnerMerchant) =>
      checkWechatPayConfig(configOf(merchant), { production: false }).map((each) => each.field)
    expect(problems(ofItsOwn())).toEqual([])
    expect(problems(inTheProviders())).toEqual([])
    expect(problems({ ...ofItsOwn(), ...change })).toEqual([field])
    expect(problems({ ...ofItsOwn(), subMchid: ofItsOwn().spMchid })).toEqual(['subMchid'])
  })
})

it('a sub-merchant gets the bill of its own trades, and its provider sees no account of its', async () => {
  const pay = portOf(ofItsOwn())
  const { outTradeNo } = await paidBy(pay)
  await scene.paidOrder()
  const date = businessDateAt(scene.emulator.clock.now())
  await scene.emulator.clock.set(new Date(startOfDay(addDays(date, 1)).getTime() + 10 * 3_600_000))
  const bill = await pay.fetchBill({ date, kind: 'trade' })
  if (bill.kind !== 'ready') throw new Error(bill.kind)
  const rows = await allOf(readTradeBill(bill.bytes))
  const { spMchid, subMchid, spAppid } = ofItsOwn()
  expect(new Set(rows.map((row) => row.subMchid))).toEqual(new Set([subMchid]))
  expect(rows.at(-1)).toMatchObject({ kind: 'paid', outTradeNo, mchid: spMchid, subMchid, appid: spAppid })
  expect(await pay.fetchBill({ date, kind: 'fund-flow' })).toEqual({ kind: 'not-offered' })
})
