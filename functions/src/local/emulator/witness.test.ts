import { X509Certificate } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { Aes, Formatter, Rsa } from 'wechatpay-axios-plugin'
import { runningClock } from './index.ts'
import { openScene, type Scene } from './testing/merchant.ts'
import type { Received } from './testing/notice-receiver.ts'
import { orderBody, witnessOf } from './testing/witness.ts'

/** Verifies and opens a notice with the witness's own tools. */
function openedBy(scene: Scene, { headers, body }: Received): Record<string, unknown> {
  const {
    'wechatpay-timestamp': at = '',
    'wechatpay-nonce': nonce = '',
    'wechatpay-serial': serial = '',
  } = headers
  const key = Rsa.from(scene.emulator.verificationKeys.get(serial) ?? '', Rsa.KEY_TYPE_PUBLIC)
  const message = Formatter.response(at, nonce, body.toString('utf8'))
  expect(Rsa.verify(message, headers['wechatpay-signature'] ?? '', key)).toBe(true)
  expect(Math.abs(Number(at) - Date.now() / 1000)).toBeLessThan(300)
  const { resource } = JSON.parse(body.toString('utf8'))
  const { apiV3Key } = scene.emulator.merchant
  return JSON.parse(
    Aes.AesGcm.decrypt(resource.ciphertext, apiV3Key, resource.nonce, resource.associated_data),
  )
}

describe.each(['pubkey', 'cert', 'mixed'] as const)('a client that is not ours, in %s mode,', (mode) => {
  const scenes = async () => {
    const scene = await openScene({ mode, clock: runningClock() })
    return { scene, wxpay: witnessOf(scene.emulator) }
  }

  it('orders, queries and closes, and verifies each answer', async () => {
    const { scene, wxpay } = await scenes()
    const { emulator, openid } = scene
    const { mchid } = emulator.merchant

    const ordered = await wxpay
      .chain('v3/pay/transactions/jsapi')
      .post(orderBody(emulator, 'WITNESS-0001', openid))
    expect(ordered.data).toEqual({ prepay_id: expect.stringMatching(/^wx\d{14}/) })

    const number = 'v3/pay/transactions/out-trade-no/WITNESS-0001'
    const queried = await wxpay.chain(number).get({ params: { mchid } })
    expect(queried.data).toEqual({
      appid: emulator.merchant.appid,
      mchid,
      out_trade_no: 'WITNESS-0001',
      trade_state: 'NOTPAY',
      trade_state_desc: '订单未支付',
      amount: { total: 415_800, currency: 'CNY' },
    })

    const closed = await wxpay.chain(`${number}/close`).post({ mchid })
    expect(closed.status).toBe(204)
    const after = await wxpay.chain(number).get({ params: { mchid } })
    expect(after.data.trade_state).toBe('CLOSED')
    await scene.close()
  })

  it('verifies and opens the notice, and finds the payment by its transaction id', async () => {
    const { scene, wxpay } = await scenes()
    const { outTradeNo } = await scene.paidOrder()
    await scene.emulator.clock.advance(0)
    const [notice] = scene.receiver.received
    if (!notice) throw new Error('no notice arrived')
    const transaction = openedBy(scene, notice)
    expect(transaction).toMatchObject({
      out_trade_no: outTradeNo,
      trade_state: 'SUCCESS',
      trade_type: 'JSAPI',
      success_time: expect.stringMatching(/\+08:00$/),
      payer: { openid: scene.openid },
      amount: { total: 415_800, payer_total: 415_800, currency: 'CNY', payer_currency: 'CNY' },
    })

    const { mchid } = scene.emulator.merchant
    const byId = wxpay.chain(`v3/pay/transactions/id/${String(transaction.transaction_id)}`)
    const found = await byId.get({ params: { mchid } })
    expect(found.data).toEqual(transaction)
    await scene.close()
  })

  it('refunds, finds the refund, and opens its notice', async () => {
    const { scene, wxpay } = await scenes()
    scene.emulator.control.refundsTake(0)
    const { outTradeNo } = await scene.paidOrder()
    await scene.emulator.clock.advance(0)
    scene.receiver.received.length = 0
    const refunds = wxpay.chain('v3/refund/domestic/refunds')
    const { data: taken }: { data: unknown } = await refunds.post({
      out_trade_no: outTradeNo,
      out_refund_no: 'WITNESS-R1',
      notify_url: scene.config.refundNotifyUrl,
      amount: { refund: 15_800, total: 415_800, currency: 'CNY' },
    })
    expect(taken).toMatchObject({ status: 'PROCESSING', amount: { refund: 15_800 } })
    await scene.emulator.clock.advance(1)

    const found = await wxpay.chain('v3/refund/domestic/refunds/WITNESS-R1').get()
    expect(found.data).toEqual({
      ...(typeof taken === 'object' && taken),
      status: 'SUCCESS',
      success_time: expect.stringMatching(/\+08:00$/),
    })
    const [notice] = scene.receiver.received
    if (!notice) throw new Error('no notice arrived')
    expect(JSON.parse(notice.body.toString())).toMatchObject({
      event_type: 'REFUND.SUCCESS',
      summary: '退款成功',
      resource: { original_type: 'refund', associated_data: 'refund' },
    })
    expect(openedBy(scene, notice)).toEqual({
      mchid: scene.emulator.merchant.mchid,
      out_trade_no: outTradeNo,
      transaction_id: found.data.transaction_id,
      out_refund_no: 'WITNESS-R1',
      refund_id: found.data.refund_id,
      refund_status: 'SUCCESS',
      success_time: found.data.success_time,
      user_received_account: '支付用户零钱',
      amount: { total: 415_800, refund: 15_800, payer_total: 415_800, payer_refund: 15_800 },
    })
    await scene.close()
  })

  it('orders, queries, closes and refunds as a service provider', async () => {
    const { scene, wxpay } = await scenes()
    const { partner, clock, control } = scene.emulator
    const { spMchid: sp_mchid, spAppid: sp_appid, subMchid: sub_mchid, subAppid: sub_appid } = partner
    const { appid, mchid, payer, ...order } = orderBody(scene.emulator, 'WITNESS-P1', scene.openid)
    const ordered = await wxpay.chain('v3/pay/partner/transactions/jsapi').post({
      ...order,
      notify_url: scene.config.notifyUrl,
      sp_appid,
      sp_mchid,
      sub_appid,
      sub_mchid,
      payer: { sub_openid: payer.openid },
    })
    const { prepay_id }: { prepay_id: string } = JSON.parse(JSON.stringify(ordered.data))
    expect([appid, mchid]).toEqual([sub_appid, sp_mchid])
    control.pay({ prepay_id, openid: scene.openid, outcome: 'ok' })
    await clock.advance(0)

    const params = { sp_mchid, sub_mchid }
    const number = 'v3/pay/partner/transactions/out-trade-no/WITNESS-P1'
    const queried = await wxpay.chain(number).get({ params })
    expect(queried.data).toEqual({
      sp_appid,
      sp_mchid,
      sub_appid,
      sub_mchid,
      out_trade_no: 'WITNESS-P1',
      transaction_id: expect.stringMatching(/^4200/),
      trade_type: 'JSAPI',
      trade_state: 'SUCCESS',
      trade_state_desc: '支付成功',
      bank_type: 'OTHERS',
      success_time: expect.stringMatching(/\+08:00$/),
      payer: { sp_openid: expect.any(String), sub_openid: scene.openid },
      amount: { total: 415_800, payer_total: 415_800, currency: 'CNY', payer_currency: 'CNY' },
    })
    const [notice] = scene.receiver.received
    if (!notice) throw new Error('no notice arrived')
    expect(openedBy(scene, notice)).toEqual(queried.data)
    await expect(wxpay.chain(`${number}/close`).post(params)).rejects.toMatchObject({
      response: { status: 400, data: { code: 'ORDERPAID' } },
    })

    await wxpay.chain('v3/refund/domestic/refunds').post({
      sub_mchid,
      out_trade_no: 'WITNESS-P1',
      out_refund_no: 'WITNESS-RP1',
      amount: { refund: 1, total: 415_800, currency: 'CNY' },
    })
    const refund = 'v3/refund/domestic/refunds/WITNESS-RP1'
    const found = await wxpay.chain(refund).get({ params: { sub_mchid } })
    expect(found.data).toMatchObject({ status: 'PROCESSING', amount: { refund: 1 } })
    await scene.close()
  })

  it('notices when the emulator tampers with an answer', async () => {
    const { scene, wxpay } = await scenes()
    scene.emulator.control.fault({ match: 'jsapi', action: 'tamper-response' })
    const order = orderBody(scene.emulator, 'WITNESS-0002', scene.openid)
    await expect(wxpay.chain('v3/pay/transactions/jsapi').post(order)).rejects.toMatchObject({
      code: 'EV3_RES_HEADER_SIGNATURE_DIGEST',
    })
    await scene.close()
  })
})

describe('platform certificates', () => {
  it('are listed, sealed, to a merchant that has them', async () => {
    const scene = await openScene({ mode: 'cert', clock: runningClock() })
    const { data } = await witnessOf(scene.emulator).chain('v3/certificates').get()
    const [{ serial_no, encrypt_certificate: sealed, expire_time }] = data.data
    const { apiV3Key } = scene.emulator.merchant
    const pem = Aes.AesGcm.decrypt(sealed.ciphertext, apiV3Key, sealed.nonce, sealed.associated_data)
    expect(sealed.associated_data).toBe('certificate')
    expect(new X509Certificate(pem).serialNumber).toBe(serial_no)
    expect(Date.parse(expire_time)).toBe(Date.parse(new X509Certificate(pem).validTo))
    expect([...scene.emulator.verificationKeys]).toEqual([[serial_no, pem]])
    await scene.close()
  })

  it('do not exist for a merchant that was given the public key', async () => {
    const scene = await openScene({ clock: runningClock() })
    await expect(witnessOf(scene.emulator).chain('v3/certificates').get()).rejects.toMatchObject({
      response: { status: 404, data: { code: 'RESOURCE_NOT_EXISTS' } },
    })
    await scene.close()
  })
})

describe('while a merchant moves from certificates to the public key', () => {
  it('answers are signed with the key the request names, the old one when it names none', async () => {
    const scene = await openScene({ mode: 'mixed', clock: runningClock() })
    const [publicKeyId, certificateSerial] = [...scene.emulator.verificationKeys.keys()]
    const serialFor = async (asked?: string): Promise<unknown> => {
      const headers = asked === undefined ? {} : { 'Wechatpay-Serial': asked }
      const order = orderBody(scene.emulator, 'WITNESS-0003', scene.openid)
      const answer = await witnessOf(scene.emulator)
        .chain('v3/pay/transactions/jsapi')
        .post(order, { headers })
      return answer.headers['wechatpay-serial']
    }
    expect(await serialFor()).toBe(certificateSerial)
    expect(await serialFor(certificateSerial)).toBe(certificateSerial)
    expect(await serialFor(publicKeyId)).toBe(publicKeyId)
    await scene.close()
  })

  it('notices come under both serials, by the ratio, and our port reads them all', async () => {
    const scene = await openScene({ mode: 'mixed', publicKeyRatio: 0.25 })
    for (let order = 0; order < 8; order += 1) await scene.paidOrder()
    await scene.emulator.clock.advance(0)
    const { received } = scene.receiver
    const underPublicKey = received.filter(({ headers }) =>
      headers['wechatpay-serial']?.startsWith('PUB_KEY_ID_'),
    )
    expect([received.length, underPublicKey.length]).toEqual([8, 2])
    for (const { headers, body } of received) {
      expect(scene.pay.readNotification(headers, body).kind).toBe('paid')
    }
    await scene.close()
  })
})
