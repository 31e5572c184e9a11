import { createVerify } from 'node:crypto'
import { fen } from '@anjiao/shared/money'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../local/emulator/testing/merchant.ts'
import { createWechatPay, type PayParams } from './index.ts'

let scene: Scene

beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

const stateOf = async (outTradeNo: string) => (await scene.pay.query(outTradeNo)).kind

describe('ordering', () => {
  it('gives a prepay id and what the phone needs to open the cashier', async () => {
    const prepaid = await scene.pay.prepay(scene.order())
    expect(prepaid).toEqual({
      kind: 'ok',
      prepayId: expect.stringMatching(/^wx20261123/),
      payParams: {
        appId: scene.emulator.merchant.appid,
        timeStamp: String(scene.emulator.clock.now().getTime() / 1000),
        nonceStr: expect.stringMatching(/^[0-9a-f]{32}$/),
        package: prepaid.kind === 'ok' ? `prepay_id=${prepaid.prepayId}` : '',
        signType: 'RSA',
        paySign: expect.any(String),
      },
    })
  })

  it('signs for the phone so that the merchant certificate verifies it, freshly each time', async () => {
    const first = await scene.pay.payParams('wx2026112312000000')
    const second = await scene.pay.payParams('wx2026112312000000')
    expect(verifies(first) && verifies(second)).toBe(true)
    expect(verifies({ ...first, package: 'prepay_id=wx2026112312000001' })).toBe(false)
    expect(second.nonceStr).not.toBe(first.nonceStr)
  })

  function verifies({ appId, timeStamp, nonceStr, package: prepay, paySign }: PayParams): boolean {
    const text = `${appId}\n${timeStamp}\n${nonceStr}\n${prepay}\n`
    const { certificatePem } = scene.emulator.merchant
    return createVerify('RSA-SHA256').update(text).verify(certificatePem, paySign, 'base64')
  }

  it.each([1, 2, 99, 415_800, 999_999_999])(
    'asks for %s fen when told so, and for nothing else',
    async (amountFen) => {
      const order = scene.order({ amountFen: fen(amountFen) })
      await scene.pay.prepay(order)
      const asked = scene.emulator.control.orders().find(({ outTradeNo }) => outTradeNo === order.outTradeNo)
      expect(asked).toMatchObject({ amountFen, openid: scene.openid, expiresAtMs: order.expiresAt.getTime() })
    },
  )

  it('answers the same order again with the same prepay id', async () => {
    const order = scene.order({ attach: 'attempt 1' })
    const [first, again] = [await scene.pay.prepay(order), await scene.pay.prepay(order)]
    expect(again).toMatchObject({ kind: 'ok', prepayId: first.kind === 'ok' ? first.prepayId : '' })
  })

  it('says when the number was used for another amount', async () => {
    const order = scene.order()
    await scene.pay.prepay(order)
    expect(await scene.pay.prepay({ ...order, amountFen: fen(1) })).toEqual({ kind: 'number-used' })
  })

  it('says when the number is paid or closed already', async () => {
    const paid = await scene.paidOrder()
    expect(await scene.pay.prepay(paid)).toEqual({ kind: 'already-paid' })
    const closed = scene.order()
    await scene.pay.prepay(closed)
    await scene.pay.close(closed.outTradeNo)
    expect(await scene.pay.prepay(closed)).toEqual({ kind: 'order-closed' })
  })

  it('hands on why WeChat rejects, with the id to trace it by', async () => {
    expect(await scene.pay.prepay(scene.order({ openid: 'oOfAnotherMiniProgram' }))).toEqual({
      kind: 'rejected',
      code: 'PARAM_ERROR',
      message: '无效的openid',
      requestId: expect.stringMatching(/-268435461$/),
    })
  })

  it.each([
    ['amountFen', { amountFen: fen(0) }],
    ['amountFen', { amountFen: fen(-1) }],
    ['outTradeNo', { outTradeNo: 'P1/2 中' }],
    ['outTradeNo', { outTradeNo: 'P'.repeat(33) }],
    ['description', { description: '' }],
    ['description', { description: '物'.repeat(128) }],
    ['attach', { attach: 'a'.repeat(129) }],
    ['openid', { openid: '' }],
  ])('sends nothing that breaks a limit of WeChat: %s %j', async (_, change) => {
    const orders = scene.emulator.control.orders().length
    await expect(scene.pay.prepay(scene.order(change))).rejects.toThrow(RangeError)
    expect(scene.emulator.control.orders()).toHaveLength(orders)
  })
})

describe('an order at WeChat', () => {
  it('goes from not paid to success', async () => {
    const order = scene.order()
    await scene.pay.prepay(order)
    expect(await scene.pay.query(order.outTradeNo)).toEqual({ kind: 'not-paid' })
    const { outTradeNo } = await scene.paidOrder({ attach: 'a' })
    expect(await scene.pay.query(outTradeNo)).toEqual({
      kind: 'success',
      outTradeNo,
      transactionId: expect.stringMatching(/^4200\d{24}$/),
      mchid: scene.emulator.merchant.mchid,
      appid: scene.emulator.merchant.appid,
      amountFen: 415_800,
      payerTotalFen: 415_800,
      currency: 'CNY',
      openid: scene.openid,
      paidAt: scene.emulator.clock.now(),
      bankType: 'OTHERS',
      attach: 'a',
    })
  })

  it('reads refunded after a refund made in the merchant platform', async () => {
    const { outTradeNo } = await scene.paidOrder()
    scene.emulator.control.refundInConsole(outTradeNo)
    expect(await scene.pay.query(outTradeNo)).toMatchObject({ kind: 'refunded', amountFen: 415_800 })
  })

  it('is closed by us, again and again, and by its time', async () => {
    const order = scene.order()
    await scene.pay.prepay(order)
    expect(await scene.pay.close(order.outTradeNo)).toEqual({ kind: 'closed' })
    expect(await scene.pay.close(order.outTradeNo)).toEqual({ kind: 'closed' })
    expect(await stateOf(order.outTradeNo)).toBe('closed')

    const left = scene.order()
    await scene.pay.prepay(left)
    await scene.emulator.clock.advance(30 * 60_000)
    expect(await stateOf(left.outTradeNo)).toBe('closed')
  })

  it('cannot be closed once it is paid', async () => {
    const { outTradeNo } = await scene.paidOrder()
    expect(await scene.pay.close(outTradeNo)).toEqual({ kind: 'already-paid' })
    expect(await stateOf(outTradeNo)).toBe('success')
  })

  it('may be unknown there', async () => {
    expect(await scene.pay.query('NEVER-ORDERED')).toEqual({ kind: 'unknown-order' })
    expect(await scene.pay.close('NEVER-ORDERED')).toEqual({ kind: 'unknown-order' })
  })
})

describe('while WeChat moves a merchant from certificates to the public key', () => {
  it.each(['PUB_KEY_ID_', '5'])(
    'answers can be verified with only the key %s…, since it is asked for',
    async (beginning) => {
      const moving = await openScene({ mode: 'mixed' })
      const verificationKeys = new Map(
        [...moving.emulator.verificationKeys].filter(([serial]) => serial.startsWith(beginning)),
      )
      const pay = createWechatPay({ ...moving.config, verificationKeys })
      expect((await pay.prepay(moving.order())).kind).toBe('ok')
      await moving.close()
    },
  )
})
