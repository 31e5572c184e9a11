import { afterEach, describe, expect, it } from 'vitest'
import { type EmulatorOptions, ladderSeconds, type NoticeFault } from './index.ts'
import { openScene, type Scene } from './testing/merchant.ts'

let scene: Scene
let answer: number

afterEach(() => scene.close())

async function open(status: number, options: EmulatorOptions = {}): Promise<Scene> {
  answer = status
  scene = await openScene(options, () => answer)
  return scene
}
/** Reads all that arrived, as our port sees it at this moment, and forgets it. */
const arrived = () =>
  scene.receiver.received.splice(0).map(({ headers, body }) => scene.pay.readNotification(headers, body).kind)
const advance = (seconds: number) => scene.emulator.clock.advance(seconds * 1000)
const sends = () => scene.emulator.control.notices().flatMap((notice) => notice.sends)

describe('a payment notice', () => {
  it.each([200, 204])('goes out at once, and stops at %s', async (status) => {
    const { emulator } = await open(status)
    await scene.paidOrder()
    expect(arrived()).toEqual([])
    await advance(0)
    expect(arrived()).toEqual(['paid'])
    await advance(2 * 86_400)
    expect(arrived()).toEqual([])
    expect(emulator.control.notices()[0]).not.toHaveProperty('dueAtMs')
  })

  it.each([201, 202, 302, 400, 401, 500])('is repeated after %s', async (status) => {
    await open(status)
    await scene.paidOrder()
    await advance(15)
    expect(arrived()).toEqual(['paid', 'paid'])
  })

  it('is repeated 15 times within 24 h 4 min, each signed afresh, all telling of one event', async () => {
    const { pay, receiver } = await open(500)
    await scene.paidOrder()
    await advance(0)
    const events = new Set<string>()
    const seen: number[] = []
    for (const wait of ladderSeconds) {
      await advance(wait - 1)
      expect(receiver.received).toHaveLength(seen.length + 1)
      await advance(1)
      const { headers, body } = receiver.received.at(-1) ?? { headers: {}, body: Buffer.alloc(0) }
      const notice = pay.readNotification(headers, body)
      if (notice.kind === 'paid') events.add(notice.eventId)
      seen.push(wait)
    }
    expect([seen.length, seen.reduce((sum, wait) => sum + wait)]).toEqual([15, 86_640])
    expect(events.size).toBe(1)
    expect(new Set(receiver.received.map(({ headers }) => headers['wechatpay-signature'])).size).toBe(16)
    await advance(30 * 86_400)
    expect(receiver.received).toHaveLength(16)
  })

  it('stops as soon as the merchant is well again', async () => {
    await open(500)
    await scene.paidOrder()
    await advance(15)
    answer = 204
    await advance(15)
    expect(arrived()).toHaveLength(3)
    await advance(86_400)
    expect(arrived()).toEqual([])
  })

  it('is not sent for an order that was not paid', async () => {
    const { emulator, openid, pay } = await open(204)
    const prepaid = await pay.prepay(scene.order())
    if (prepaid.kind !== 'ok') throw new Error(prepaid.kind)
    for (const outcome of ['cancel', 'wrong_password', 'insufficient'] as const) {
      emulator.control.pay({ prepay_id: prepaid.prepayId, openid, outcome })
    }
    await advance(86_400)
    expect(arrived()).toEqual([])
  })

  it('says SUCCESS even when it comes after a refund: it tells of the payment', async () => {
    const { emulator } = await open(204)
    const { outTradeNo } = await scene.paidOrder()
    emulator.control.refundInConsole(outTradeNo)
    await advance(0)
    expect(arrived()).toEqual(['paid'])
  })
})

describe('a refund notice', () => {
  it('goes up the same ladder, and tells of the moment it is about, whatever came after', async () => {
    const { emulator, pay, receiver } = await open(204)
    const { outTradeNo } = await scene.paidOrder()
    await advance(0)
    const paid = await pay.query(outTradeNo)
    if (paid.kind !== 'success') throw new Error(paid.kind)
    const { transactionId, amountFen } = paid
    await pay.refund({ outRefundNo: 'R-1', transactionId, totalFen: amountFen, amountFen })
    receiver.received.length = 0
    answer = 500
    emulator.control.moveRefund({ outRefundNo: 'R-1', to: 'abnormal' })
    await advance(0)
    emulator.control.moveRefund({ outRefundNo: 'R-1', to: 'processing' })
    await advance(15)
    const told = receiver.received.map(({ body }) => JSON.parse(body.toString()))
    expect(told.map((each) => each.event_type)).toEqual([
      'REFUND.ABNORMAL',
      'REFUND.SUCCESS',
      'REFUND.ABNORMAL',
    ])
    expect(told[2].id).toBe(told[0].id)
    answer = 204
    await advance(86_640)
    expect(emulator.control.notices().some((notice) => 'dueAtMs' in notice)).toBe(false)
  })
})

describe('faults on the way', () => {
  const pay = async (fault: NoticeFault, status = 204) => {
    await open(status)
    scene.emulator.control.notifyFault(fault)
    return scene.paidOrder()
  }

  it('a lost notice comes again after 15 s', async () => {
    await pay({ fault: 'drop' })
    await advance(14)
    expect(arrived()).toEqual([])
    await advance(1)
    expect(arrived()).toEqual(['paid'])
  })

  it('a notice lost 16 times never comes', async () => {
    await pay({ fault: 'drop', times: 16 })
    await advance(7 * 86_400)
    expect(arrived()).toEqual([])
    expect(sends().map(({ status }) => status)).toEqual(Array.from({ length: 16 }, () => null))
  })

  it('a delayed notice comes late, once', async () => {
    await pay({ fault: 'delay', delayMs: 120_000 })
    await advance(119)
    expect(arrived()).toEqual([])
    await advance(1)
    expect(arrived()).toEqual(['paid'])
    await advance(86_400)
    expect(arrived()).toEqual([])
  })

  it('a duplicated notice comes several times at once', async () => {
    await pay({ fault: 'duplicate', copies: 3 })
    await advance(0)
    expect(arrived()).toEqual(['paid', 'paid', 'paid'])
  })

  it('a spoiled notice that is refused is followed by a genuine one', async () => {
    await pay({ fault: 'tamper' }, 401)
    await advance(15)
    expect(arrived()).toEqual(['bad-signature', 'paid'])
  })
})

describe('signature probes', () => {
  it('come right before the genuine notice, which is what counts', async () => {
    const { emulator } = await open(204)
    emulator.control.notifyFault({ fault: 'signtest' })
    await scene.paidOrder()
    await advance(0)
    expect(arrived()).toEqual(['sign-test', 'paid'])
    expect(sends().map(({ as }) => as)).toEqual(['signtest', 'genuine'])
  })

  it('come now and then once switched on', async () => {
    const { emulator } = await open(204)
    emulator.control.probeEvery(2)
    for (let order = 0; order < 4; order += 1) await scene.paidOrder()
    await advance(0)
    expect(arrived().filter((kind) => kind === 'sign-test')).toHaveLength(2)
  })
})

describe('an old notice', () => {
  it('may come again, freshly signed, telling of the same event', async () => {
    const { emulator, pay, receiver } = await open(204)
    const { outTradeNo } = await scene.paidOrder()
    await advance(86_400)
    expect(await emulator.control.resendNotice(outTradeNo)).toBe(204)
    const [first, again] = receiver.received.map(({ body }) => JSON.parse(body.toString()).id)
    expect(again).toBe(first)
    const { headers, body } = receiver.received[1] ?? { headers: {}, body: Buffer.alloc(0) }
    expect(pay.readNotification(headers, body).kind).toBe('paid')
  })

  it('may be replayed byte for byte by someone who saw it', async () => {
    const { emulator, receiver } = await open(204)
    const { outTradeNo } = await scene.paidOrder()
    await advance(301)
    expect(await emulator.control.resendNotice(outTradeNo, true)).toBe(204)
    expect(receiver.received[1]?.body).toEqual(receiver.received[0]?.body)
    expect(arrived()).toEqual(['stale', 'stale'])
  })
})

it('may tell of a payment that another system started, which WeChat knows and we do not', async () => {
  const { emulator, pay, receiver } = await open(204)
  const { notifyUrl } = receiver
  const strange = emulator.control.notifyUnknownOrder({ notifyUrl, amountFen: 7 })
  await advance(0)
  const [{ headers, body } = { headers: {}, body: Buffer.alloc(0) }] = receiver.received
  expect(pay.readNotification(headers, body)).toMatchObject({
    kind: 'paid',
    order: { ...strange, amountFen: 7, mchid: emulator.merchant.mchid },
  })
  expect(await pay.query(strange.outTradeNo)).toMatchObject({ kind: 'success', amountFen: 7 })
})
