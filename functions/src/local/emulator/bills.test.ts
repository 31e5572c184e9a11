import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { fen } from '@anjiao/shared/money'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { callByHand } from './testing/call-by-hand.ts'
import { openScene, type Scene } from './testing/merchant.ts'
import { witnessOf } from './testing/witness.ts'

let scene: Scene

beforeEach(async () => {
  scene = await openScene()
})
afterEach(() => scene.close())

const nextMorning = () => scene.emulator.clock.set(new Date('2026-11-24T10:00:00+08:00'))
const ask = (target: string) => callByHand(scene.emulator, { method: 'GET', target: `/v3/bill/${target}` })
const fetchFile = (downloadUrl: string) =>
  callByHand(scene.emulator, {
    method: 'GET',
    target: downloadUrl.replace('https://api.mch.weixin.qq.com', ''),
  })
async function fileOf(target: string) {
  const { json } = await ask(target)
  return (await fetchFile(json.download_url)).text
}

describe('a bill', () => {
  it('of yesterday is being made until ten in the morning in Beijing, and there is none of today', async () => {
    await scene.paidOrder()
    expect((await ask('tradebill?bill_date=2026-11-23')).json.code).toBe('NO_STATEMENT_EXIST')
    await scene.emulator.clock.set(new Date('2026-11-24T09:59:59+08:00'))
    expect((await ask('tradebill?bill_date=2026-11-23')).json.code).toBe('STATEMENT_CREATING')
    await nextMorning()
    expect((await ask('tradebill?bill_date=2026-11-23')).status).toBe(200)
    expect((await ask('fundflowbill?bill_date=2026-11-23')).status).toBe(200)
    expect((await ask('fundflowbill?bill_date=2026-11-23&account_type=FEES')).json.code).toBe(
      'NO_STATEMENT_EXIST',
    )
  })

  it('is kept for three months, and asked for in proper words', async () => {
    await scene.paidOrder()
    await scene.emulator.clock.set(new Date('2027-02-22T10:00:00+08:00'))
    expect((await ask('tradebill?bill_date=2026-11-23')).status).toBe(200)
    await scene.emulator.clock.set(new Date('2027-02-23T10:00:00+08:00'))
    expect((await ask('tradebill?bill_date=2026-11-23')).json.code).toBe('INVALID_REQUEST')
    for (const query of [
      '',
      'bill_date=20261123',
      'bill_date=2026-11-23&bill_type=SOME',
      'bill_date=2026-11-23&tar_type=ZIP',
    ]) {
      expect((await ask(`tradebill?${query}`)).json.code).toBe('PARAM_ERROR')
    }
  })

  it('is fetched with a signature over its whole address, is not signed itself, and goes after five minutes', async () => {
    await scene.paidOrder()
    await nextMorning()
    const { json, headers } = await ask('tradebill?bill_date=2026-11-23&tar_type=GZIP')
    expect(headers.get('wechatpay-signature')).not.toBeNull()
    const target = json.download_url.replace('https://api.mch.weixin.qq.com', '')
    const unsigned = await callByHand(scene.emulator, {
      method: 'GET',
      target,
      signedTarget: target.split('?')[0],
    })
    expect(unsigned.status).toBe(401)
    const file = await fetchFile(json.download_url)
    expect([file.status, file.headers.get('content-type')]).toEqual([200, 'application/x-gzip'])
    expect(file.headers.get('wechatpay-signature')).toBeNull()
    await scene.emulator.clock.advance(5 * 60_000)
    expect((await fetchFile(json.download_url)).status).toBe(400)
  })

  it('is written in yuan behind backticks, with five decimals of fee, as others have shown', async () => {
    const order = await scene.paidOrder({ amountFen: fen(2_990), description: '物业费,车位费', attach: '`a' })
    await nextMorning()
    const paid = await scene.pay.query(order.outTradeNo)
    const { mchid, appid } = scene.emulator.merchant
    const id = paid.kind === 'success' ? paid.transactionId : ''
    expect(await fileOf('tradebill?bill_date=2026-11-23')).toBe(
      '交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注\r\n' +
        `\`2026-11-23 12:00:00,\`${appid},\`${mchid},\`0,\`,\`${id},\`${order.outTradeNo},\`${scene.openid},\`JSAPI,\`SUCCESS,\`OTHERS,\`CNY,\`29.90,\`0.00,\`0,\`0,\`0.00,\`0.00,\`,\`,\`物业费,车位费,\`\`a,\`0.18000,\`0.60%,\`29.90,\`0.00,\`\r\n` +
        '总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额\r\n' +
        '`1,`29.90,`0.00,`0.00,`0.18000,`29.90,`0.00\r\n',
    )
    const [, income, fee] = (await fileOf('fundflowbill?bill_date=2026-11-23')).split('\r\n')
    expect(income).toContain('`交易,`交易,`收入,`29.90,`29.90,')
    expect(fee).toContain('`交易,`扣除交易手续费,`支出,`0.18,`29.72,')
  })

  it('puts a payment on the day on which it was paid, and a refund on that on which it was taken', async () => {
    const order = scene.order({ expiresAt: new Date('2026-11-24T00:30:00+08:00') })
    await scene.emulator.clock.set(new Date('2026-11-23T23:59:00+08:00'))
    const prepaid = await scene.pay.prepay(order)
    await scene.emulator.clock.set(new Date('2026-11-24T00:01:00+08:00'))
    if (prepaid.kind !== 'ok') throw new Error(prepaid.kind)
    scene.emulator.control.pay({ prepay_id: prepaid.prepayId, openid: scene.openid, outcome: 'ok' })
    await scene.emulator.clock.set(new Date('2026-11-25T12:00:00+08:00'))
    scene.emulator.control.refundInConsole(order.outTradeNo, 100_000)
    await scene.emulator.clock.set(new Date('2026-11-27T12:00:00+08:00'))

    expect((await ask('tradebill?bill_date=2026-11-23')).json.code).toBe('NO_STATEMENT_EXIST')
    expect(await fileOf('tradebill?bill_date=2026-11-24')).toContain('`2026-11-24 00:01:00,')
    const refunds = await fileOf('tradebill?bill_date=2026-11-25&bill_type=REFUND')
    expect(refunds).toContain('`2026-11-24 00:01:00,')
    expect(refunds).toContain('`2026-11-25 12:00:00,`2026-11-25 12:00:05,`5030')
    expect(refunds).toContain('`-6.00000,')
    expect((await ask('tradebill?bill_date=2026-11-25&bill_type=SUCCESS')).json.code).toBe(
      'NO_STATEMENT_EXIST',
    )
    const flow = await fileOf('fundflowbill?bill_date=2026-11-25')
    // 4158.00 - 24.95 were there; 1000.00 go back, of which WeChat pays the fee of 6.00.
    expect(flow).toContain('`支出,`994.00,`3139.05,')
  })

  it('is not revised when a refund arrives later', async () => {
    scene.emulator.control.refundsTake(3 * 86_400_000)
    const { outTradeNo } = await scene.paidOrder()
    scene.emulator.control.refundInConsole(outTradeNo)
    await scene.emulator.clock.set(new Date('2026-11-28T12:00:00+08:00'))
    expect(await fileOf('tradebill?bill_date=2026-11-23')).toContain('`ORIGINAL,`PROCESSING,')
  })

  it('can be made wrong over HTTP', async () => {
    await scene.paidOrder()
    await nextMorning()
    const post = (path: string, body: object) =>
      fetch(`${scene.emulator.url}/__ctl/${path}`, { method: 'POST', body: JSON.stringify(body) })
    const before = await fileOf('tradebill?bill_date=2026-11-23')
    await post('bill', { date: '2026-11-23', kind: 'trade', mutate: 'amount' })
    expect(await fileOf('tradebill?bill_date=2026-11-23')).toBe(before.replaceAll('4158.00', '4158.01'))
    await post('reset', {})
    expect(await fileOf('tradebill?bill_date=2026-11-23')).toBe(before)
  })
})

it('a client that is not ours asks for a bill, verifies the answer, and finds the file to be what was announced', async () => {
  const { outTradeNo } = await scene.paidOrder()
  await nextMorning()
  // It goes by the clock of the machine.
  vi.useFakeTimers({ toFake: ['Date'], now: scene.emulator.clock.now() })
  try {
    const wxpay = witnessOf(scene.emulator)
    for (const kind of ['tradebill', 'fundflowbill']) {
      const params = { bill_date: '2026-11-23', tar_type: 'GZIP' }
      const { data } = await wxpay.chain(`v3/bill/${kind}`).get({ params })
      const { pathname, searchParams } = new URL(data.download_url)
      const file = await wxpay
        .chain(pathname.slice(1))
        .get({ params: Object.fromEntries(searchParams), responseType: 'arraybuffer' })
      const text = gunzipSync(file.data)
      expect(createHash('sha1').update(text).digest('hex')).toBe(data.hash_value)
      expect(text.toString()).toContain(outTradeNo)
    }
  } finally {
    vi.useRealTimers()
  }
})
