import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Fault } from '../../local/emulator/index.ts'
import { openScene, type Scene } from '../../local/emulator/testing/merchant.ts'
import { createWechatMp, type Shipping, type WechatMp, type WechatMpConfig } from './index.ts'

let scene: Scene
let mp: WechatMp

beforeAll(async () => {
  scene = await openScene()
  mp = portWith()
})
afterEach(() => scene.emulator.control.reset())
afterAll(() => scene.close())

const portWith = (change: Partial<WechatMpConfig> = {}): WechatMp => {
  const { miniProgram, url: baseUrl, clock } = scene.emulator
  return createWechatMp({ ...miniProgram, baseUrl, clock, ...change })
}
const fault = (change: Partial<Fault>) =>
  scene.emulator.control.fault({ match: 'upload_shipping_info', action: 'errcode', ...change })
const rid = expect.stringMatching(/^[0-9a-f-]{26}$/)

/** Of a payment just made, with changes. */
async function aShipping(change: Partial<Shipping> = {}): Promise<Shipping & { outTradeNo: string }> {
  const { outTradeNo } = await scene.paidOrder()
  const paid = await scene.pay.query(outTradeNo)
  if (paid.kind !== 'success') throw new Error(paid.kind)
  const { transactionId, openid } = paid
  const at = scene.emulator.clock.now()
  return { outTradeNo, transactionId, openid, description: '2026年第3季度物业费 3-1-502', at, ...change }
}
const told = (transactionId: string) =>
  scene.emulator.control.shipments().find((each) => each.transactionId === transactionId)

describe('shipping information', () => {
  it('is taken for a payment, as a service that is there at once', async () => {
    const shipping = await aShipping()
    expect(await mp.uploadShipping(shipping)).toEqual({ kind: 'done' })
    expect(told(shipping.transactionId)).toEqual({
      transactionId: shipping.transactionId,
      openid: scene.openid,
      description: '2026年第3季度物业费 3-1-502',
      uploadedAtMs: shipping.at.getTime(),
      changed: false,
    })
  })

  it('sent again is there already, be it later', async () => {
    const shipping = await aShipping()
    await mp.uploadShipping(shipping)
    const already = { kind: 'already', errcode: 10060023, rid }
    expect(await mp.uploadShipping(shipping)).toEqual(already)
    const later = new Date(shipping.at.getTime() + 60_000)
    expect(await mp.uploadShipping({ ...shipping, at: later })).toEqual(already)
  })

  it('may be changed once, and then stays as it is', async () => {
    const shipping = await aShipping()
    const changed = (times: number) => ({
      ...shipping,
      description: `第${times}次更正`,
      at: new Date(shipping.at.getTime() + times * 1_000),
    })
    await mp.uploadShipping(shipping)
    expect(await mp.uploadShipping(changed(1))).toEqual({ kind: 'done' })
    expect(await mp.uploadShipping(changed(2))).toEqual({ kind: 'already', errcode: 10060003, rid })
    expect(told(shipping.transactionId)?.description).toBe('第1次更正')
  })

  it('says no more than WeChat takes', async () => {
    const shipping = await aShipping({ description: '物业费'.repeat(50) })
    expect(await mp.uploadShipping(shipping)).toEqual({ kind: 'done' })
    expect(told(shipping.transactionId)?.description).toHaveLength(120)
  })

  it('comes too early while WeChat does not know the payment here', async () => {
    const shipping = await aShipping()
    fault({ errcode: 10060001, times: 2 })
    const notYet = { kind: 'not-yet', errcode: 10060001, rid }
    expect(await mp.uploadShipping(shipping)).toEqual(notYet)
    expect(await mp.uploadShipping(shipping)).toEqual(notYet)
    expect(await mp.uploadShipping(shipping)).toEqual({ kind: 'done' })
    expect(await mp.uploadShipping({ ...shipping, transactionId: '4200' })).toEqual(notYet)
  })

  it('is refused for money given back, and for another payer', async () => {
    const shipping = await aShipping()
    expect(await mp.uploadShipping({ ...shipping, openid: 'oSomebodyElse' })).toEqual({
      kind: 'refused',
      errcode: 10060031,
      rid,
    })
    scene.emulator.control.refundInConsole(shipping.outTradeNo, 1)
    expect(await mp.uploadShipping(shipping)).toEqual({ kind: 'refused', errcode: 10060004, rid })
  })

  it.each([
    [10060002, 'already'],
    [10060008, 'config'],
    [268485216, 'config'],
    [48001, 'config'],
  ])('answered %s is %s', async (errcode, kind) => {
    fault({ errcode })
    expect(await mp.uploadShipping(await aShipping())).toEqual({ kind, errcode, rid })
  })

  it.each([10060012, 10060019, -1, 45009, 45011])('answered %s may be sent again later', async (errcode) => {
    const shipping = await aShipping()
    fault({ errcode })
    expect(await mp.uploadShipping(shipping)).toEqual({ kind: 'unavailable', rid })
    expect(await mp.uploadShipping(shipping)).toEqual({ kind: 'done' })
  })

  it('may have arrived when no answer came, and then is there already', async () => {
    const shipping = await aShipping()
    fault({ action: 'reset-after' })
    expect(await mp.uploadShipping(shipping)).toEqual({ kind: 'unavailable', rid: undefined })
    expect(await mp.uploadShipping(shipping)).toMatchObject({ kind: 'already' })
  })

  it('is a matter of configuration without a good secret', async () => {
    expect(await portWith({ secret: 'x' }).uploadShipping(await aShipping())).toEqual({
      kind: 'config',
      errcode: 40125,
      rid,
    })
  })
})

describe('whether WeChat manages our trade', () => {
  it('is asked, and may change', async () => {
    expect(await mp.isTradeManaged()).toEqual({ kind: 'ok', managed: true })
    scene.emulator.control.manageTrade(false)
    expect(await mp.isTradeManaged()).toEqual({ kind: 'ok', managed: false })
    scene.emulator.control.manageTrade(true)
  })

  it('stays unknown when WeChat is busy, or answers something else', async () => {
    scene.emulator.control.fault({ match: 'is_trade_managed', action: 'errcode' })
    expect(await mp.isTradeManaged()).toEqual({ kind: 'busy', rid })
    scene.emulator.control.fault({ match: 'is_trade_managed', action: 'hang' })
    expect(await portWith({ timeoutMs: 150 }).isTradeManaged()).toMatchObject({ why: 'timeout' })
  })
})

/** What the emulator does not take must be wrong in the way WeChat says, or it would hide faults of ours. */
describe('the emulator refuses', () => {
  async function upload(change: object): Promise<number> {
    const { emulator } = scene
    const token = await post(`${emulator.url}/cgi-bin/stable_token`, {
      grant_type: 'client_credential',
      ...emulator.miniProgram,
    })
    const { transactionId, openid } = await aShipping()
    const body = {
      order_key: { order_number_type: 2, transaction_id: transactionId },
      logistics_type: 3,
      delivery_mode: 1,
      shipping_list: [{ item_desc: '物业费' }],
      upload_time: '2026-11-23T12:00:00.120+08:00',
      payer: { openid },
      ...change,
    }
    const url = `${emulator.url}/wxa/sec/order/upload_shipping_info?access_token=${token.access_token}`
    return (await post(url, body)).errcode
  }
  const post = async (url: string, body: object) =>
    JSON.parse(await (await fetch(url, { method: 'POST', body: JSON.stringify(body) })).text())

  it.each([
    ['nothing in the documented form', {}, 0],
    ['no transaction id', { order_key: { order_number_type: 2 } }, 268485195],
    ['a number of an order without its merchant', { order_key: { order_number_type: 1 } }, 268485196],
    ['a logistics type of 5', { logistics_type: 5 }, 10060005],
    ['parts of a service', { delivery_mode: 2 }, 10060006],
    ['two entries at once', { shipping_list: [{ item_desc: 'a' }, { item_desc: 'b' }] }, 268485228],
    ['no description', { shipping_list: [{}] }, 10060008],
    ['121 characters', { shipping_list: [{ item_desc: '物'.repeat(121) }] }, 10060009],
    ['a time without a zone', { upload_time: '2026-11-23T12:00:00' }, 268485216],
    ['another shape', { payer: 'o1' }, 47001],
  ])('%s', async (_, change, errcode) => {
    expect(await upload(change)).toBe(errcode)
  })
})
