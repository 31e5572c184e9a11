import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PayParams } from '../../platform/wechat-pay/index.ts'
import { type PayStep, startEmulator } from './index.ts'
import { openScene, type Scene } from './testing/merchant.ts'

let scene: Scene

beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

async function prepaid(): Promise<{ outTradeNo: string; prepay_id: string; payParams: PayParams }> {
  const order = scene.order()
  const result = await scene.pay.prepay(order)
  if (result.kind !== 'ok') throw new Error(result.kind)
  return { outTradeNo: order.outTradeNo, prepay_id: result.prepayId, payParams: result.payParams }
}
const step = (change: Partial<PayStep> & { prepay_id: string }) =>
  scene.emulator.control.pay({ openid: scene.openid, outcome: 'ok', ...change })
const stateOf = async (outTradeNo: string) => (await scene.pay.query(outTradeNo)).kind

describe('on the phone', () => {
  it.each([
    ['cancel', { result: 'cancel', errMsg: 'requestPayment:fail cancel' }],
    ['wrong_password', { result: 'fail', reason: '支付密码错误' }],
    ['insufficient', { result: 'fail', reason: '余额不足' }],
  ] as const)('%s leaves the order unpaid, and it may be tried again', async (outcome, told) => {
    const { outTradeNo, prepay_id, payParams } = await prepaid()
    expect(step({ prepay_id, payParams, outcome })).toMatchObject(told)
    expect(await stateOf(outTradeNo)).toBe('not-paid')
    expect(step({ prepay_id, payParams })).toEqual({ result: 'ok', errMsg: 'requestPayment:ok' })
    expect(await stateOf(outTradeNo)).toBe('success')
  })

  it('an order is paid once', async () => {
    const { prepay_id } = await prepaid()
    step({ prepay_id })
    expect(step({ prepay_id })).toMatchObject({ result: 'fail', reason: '该订单已支付' })
  })

  it('another person cannot pay it: the openid is part of the order', async () => {
    const { outTradeNo, prepay_id } = await prepaid()
    const { openid } = scene.emulator.control.addPerson({ name: '李四', phone: '13800000002' })
    expect(step({ prepay_id, openid })).toMatchObject({ reason: '下单账号与支付账号不一致' })
    expect(await stateOf(outTradeNo)).toBe('not-paid')
  })

  it('a closed order, one past its time, or a stale prepay id does not open the cashier', async () => {
    const closed = await prepaid()
    await scene.pay.close(closed.outTradeNo)
    expect(step(closed)).toMatchObject({ reason: '该订单已失效' })
    const long = scene.order({ expiresAt: new Date(scene.emulator.clock.now().getTime() + 86_400_000) })
    const result = await scene.pay.prepay(long)
    await scene.emulator.clock.advance(7_200_000)
    expect(step({ prepay_id: result.kind === 'ok' ? result.prepayId : '' })).toMatchObject({
      reason: '该订单已失效',
    })
    expect(await stateOf(long.outTradeNo)).toBe('not-paid')
  })

  it.each([
    ['paySign', 'AAAA', '支付验证签名失败'],
    ['nonceStr', 'another', '支付验证签名失败'],
    ['timeStamp', '1795406401', '支付验证签名失败'],
    ['timeStamp', '1795406400000', '支付参数有误'],
    ['package', 'prepay_id=other', '支付参数有误'],
    ['signType', 'MD5', '支付参数有误'],
    ['appId', 'wx0000000000000000', 'appid不匹配'],
  ])('parameters with another %s are refused', async (name, value, reason) => {
    const { prepay_id, payParams } = await prepaid()
    expect(step({ prepay_id, payParams: { ...payParams, [name]: value } })).toMatchObject({
      result: 'fail',
      reason,
    })
  })

  it('a slow bank pays later than the phone says, and not at all once the order is closed', async () => {
    const [late, closed] = [await prepaid(), await prepaid()]
    expect(step({ ...late, outcome: 'delayed', delayMs: 60_000 }).result).toBe('ok')
    step({ ...closed, outcome: 'delayed', delayMs: 60_000 })
    await scene.pay.close(closed.outTradeNo)
    await scene.emulator.clock.advance(59_999)
    expect(await stateOf(late.outTradeNo)).toBe('not-paid')
    await scene.emulator.clock.advance(1)
    expect([await stateOf(late.outTradeNo), await stateOf(closed.outTradeNo)]).toEqual(['success', 'closed'])
  })

  it('a coupon of WeChat’s pays a part, the merchant still gets the whole', async () => {
    const { outTradeNo, prepay_id } = await prepaid()
    step({ prepay_id, couponFen: 500 })
    expect(await scene.pay.query(outTradeNo)).toMatchObject({ amountFen: 415_800, payerTotalFen: 415_300 })
  })
})

describe('people', () => {
  it('keep their openid over restarts with the same keys, and get another under another appid', async () => {
    const zhang = { name: '张三', phone: '13800000001' }
    expect(scene.emulator.control.addPerson(zhang).openid).toBe(scene.openid)
    const other = await startEmulator({ people: [zhang] })
    expect(other.control.people()[0]?.openid).not.toBe(scene.openid)
    await other.close()
  })

  it('may be named by a test through a tap', async () => {
    const { openid } = scene.emulator.control.tap({
      kind: 'login',
      openid: 'oNamedByATest',
      phone: '13900000009',
    })
    expect(scene.emulator.control.people()).toContainEqual(
      expect.objectContaining({ openid, phone: '13900000009' }),
    )
    expect(() => scene.emulator.control.tap({ kind: 'login' })).toThrow('openid or a phone')
  })
})
