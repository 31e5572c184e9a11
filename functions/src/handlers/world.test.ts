import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../local/emulator/testing/merchant.ts'
import { readConfig } from '../platform/config.ts'
import type { World } from '../platform/context.ts'
import { createWorld } from './world.ts'

/** Two merchants that know nothing of each other, and a sub-merchant of the first. */
let one: Scene
let two: Scene

beforeAll(async () => {
  one = await openScene()
  two = await openScene()
})
afterAll(async () => {
  await one.close()
  await two.close()
})

/** A deployment that has been given these merchants, and WeChat's keys for all of them. */
function deployed(merchants: readonly object[], verificationKeys: object = {}): World {
  const config = readConfig({
    ANJIAO_MODE: 'local',
    DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
    PUBLIC_URL: 'http://127.0.0.1:1',
    SESSION_SECRET: '0123456789abcdef0123456789abcdef',
    WECHAT_APPID: one.emulator.miniProgram.appid,
    WECHAT_APP_SECRET: 'secret',
    WECHAT_PUSH_TOKEN: 'token',
    WECHAT_PUSH_AES_KEY: 'a'.repeat(43),
    WECHATPAY_MERCHANTS: JSON.stringify(merchants),
    WECHATPAY_VERIFICATION_KEYS: JSON.stringify(verificationKeys),
    WECHATPAY_URL: one.emulator.url,
    STORAGE_URL: 'http://127.0.0.1:1/bucket',
    STORAGE_REGION: 'local',
    STORAGE_ACCESS_KEY_ID: 'id',
    STORAGE_SECRET_ACCESS_KEY: 'secret',
    STORAGE_SEALING_KEY: Buffer.alloc(32, 1).toString('base64'),
  })
  return createWorld(config, { clock: one.emulator.clock })
}
const keysOf = ({ emulator }: Scene) => Object.fromEntries(emulator.verificationKeys)
const withItsKeys = (scene: Scene) => ({ ...scene.emulator.merchant, verificationKeys: keysOf(scene) })

describe('the ports of a deployment', () => {
  it('verify by the keys of their own merchant, and by no other’s', async () => {
    const world = deployed([withItsKeys(one), withItsKeys(two)])
    await two.paidOrder()
    await two.emulator.clock.advance(0)
    const [{ headers, body } = { headers: {}, body: Buffer.alloc(0) }] = two.receiver.received
    const readBy = ({ emulator }: Scene) =>
      world.wechatPay(emulator.merchant.mchid).readNotification(headers, body).kind
    expect([readBy(two), readBy(one)]).toEqual(['paid', 'unknown-serial'])
  })

  it('are found by whose money it is: a sub-merchant’s by its own number', async () => {
    const world = deployed([one.emulator.merchant, one.emulator.partner], keysOf(one))
    const { spMchid, subMchid } = one.emulator.partner
    const order = one.order()
    expect((await world.wechatPay(subMchid).prepay(order)).kind).toBe('ok')
    expect(await world.wechatPay(subMchid).query(order.outTradeNo)).toEqual({ kind: 'not-paid' })
    expect(await world.wechatPay(spMchid).query(order.outTradeNo)).toEqual({ kind: 'unknown-order' })
    expect(() => world.wechatPay('1900000001')).toThrow('no keys for merchant 1900000001')
  })

  it('give WeChat an address of their own for payments, and one for refunds', async () => {
    const world = deployed([one.emulator.partner], keysOf(one))
    const { control, partner } = one.emulator
    const pay = world.wechatPay(partner.subMchid)
    const { outTradeNo, openid, ...order } = one.order()
    const prepaid = await pay.prepay({ ...order, outTradeNo, openid })
    const prepay_id = prepaid.kind === 'ok' ? prepaid.prepayId : ''
    control.pay({ prepay_id, openid, outcome: 'ok' })
    const paid = await pay.query(outTradeNo)
    const transactionId = paid.kind === 'success' ? paid.transactionId : ''
    const { amountFen } = order
    await pay.refund({ outRefundNo: 'R-1', transactionId, totalFen: amountFen, amountFen })
    const address = `http://127.0.0.1:1/wechatpay/notify/${partner.subMchid}`
    expect(control.orders().find((each) => each.outTradeNo === outTradeNo)?.notifyUrl).toBe(address)
    expect(control.refunds()).toMatchObject([{ outRefundNo: 'R-1', notifyUrl: `${address}/refund` }])
  })

  it('are not opened with keys that cannot work', () => {
    const world = deployed([{ ...one.emulator.partner, subMchid: one.emulator.partner.spMchid }], keysOf(one))
    expect(() => world.wechatPay(one.emulator.partner.spMchid)).toThrow(
      'subMchid is the service provider itself',
    )
  })
})
