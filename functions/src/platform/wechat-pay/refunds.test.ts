import { fen } from '@anjiao/shared/money'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Fault } from '../../local/emulator/index.ts'
import { openScene, type Scene } from '../../local/emulator/testing/merchant.ts'
import { createWechatPay, type Notification, type RefundOrder } from './index.ts'

let scene: Scene
let refunds = 0

beforeAll(async () => {
  scene = await openScene()
})
afterEach(() => scene.emulator.control.reset())
afterAll(() => scene.close())

const { advance, control } = {
  advance: (seconds: number) => scene.emulator.clock.advance(seconds * 1000),
  control: () => scene.emulator.control,
}

/** A refund of a payment that has just been made, with changes. */
async function aRefund(change: Partial<RefundOrder> = {}): Promise<RefundOrder> {
  const { outTradeNo } = await scene.paidOrder()
  await advance(0)
  const paid = await scene.pay.query(outTradeNo)
  if (paid.kind !== 'success') throw new Error(paid.kind)
  refunds += 1
  return {
    outRefundNo: `R20261123-${refunds}`,
    transactionId: paid.transactionId,
    totalFen: paid.amountFen,
    amountFen: fen(15_800),
    reason: '重复缴费',
    ...change,
  }
}
const stateOf = async (outRefundNo: string) => {
  const answer = await scene.pay.queryRefund(outRefundNo)
  return answer.kind === 'ok' ? answer.refund.state : answer.kind
}
/** Reads all notices that arrived since the last time. */
const arrived = (): Notification[] =>
  scene.receiver.received.splice(0).map(({ headers, body }) => scene.pay.readNotification(headers, body))
const kinds = () => arrived().map((each) => (each.kind === 'refund' ? each.refund.state : each.kind))

describe('a refund', () => {
  it('is taken first, and the payer has it a little later', async () => {
    const order = await aRefund()
    const takenAt = scene.emulator.clock.now()
    const taken = await scene.pay.refund(order)
    expect(taken).toEqual({
      kind: 'ok',
      refund: {
        refundId: expect.stringMatching(/^5030\d{24}$/),
        outRefundNo: order.outRefundNo,
        transactionId: order.transactionId,
        outTradeNo: expect.stringMatching(/^P20261123-/),
        amountFen: 15_800,
        totalFen: 415_800,
        payerRefundFen: 15_800,
        currency: 'CNY',
        receivedBy: '支付用户零钱',
        state: 'PROCESSING',
        takenAt,
      },
    })
    expect(await scene.pay.queryRefund(order.outRefundNo)).toEqual(taken)
    await advance(5)
    expect(await scene.pay.queryRefund(order.outRefundNo)).toMatchObject({
      refund: { state: 'SUCCESS', refundedAt: new Date(takenAt.getTime() + 5_000), takenAt },
    })
  })

  it('makes its order read refunded, be it of one fen', async () => {
    const order = await aRefund({ amountFen: fen(1) })
    const taken = await scene.pay.refund(order)
    const outTradeNo = taken.kind === 'ok' ? taken.refund.outTradeNo : ''
    expect(await scene.pay.query(outTradeNo)).toMatchObject({ kind: 'refunded', amountFen: 415_800 })
  })

  it('asked for again with the same values is the same refund', async () => {
    const order = await aRefund()
    const first = await scene.pay.refund(order)
    expect(await scene.pay.refund({ ...order })).toEqual(first)
    expect(
      control()
        .refunds()
        .filter(({ outRefundNo }) => outRefundNo === order.outRefundNo),
    ).toHaveLength(1)
  })

  it.each([{ amountFen: fen(1) }, { totalFen: fen(415_801) }, { reason: '另一个原因' }])(
    'asked for again with %j is refused as another',
    async (change) => {
      const order = await aRefund()
      await scene.pay.refund(order)
      expect(await scene.pay.refund({ ...order, ...change })).toEqual({ kind: 'other-values' })
    },
  )

  it('gives back no more than is left, and what a closed one did not give', async () => {
    const order = await aRefund({ amountFen: fen(400_000) })
    await scene.pay.refund(order)
    await advance(60)
    const next = { ...order, outRefundNo: `${order.outRefundNo}-next`, amountFen: fen(15_801) }
    expect(await scene.pay.refund(next)).toEqual({ kind: 'more-than-is-left' })
    expect((await scene.pay.refund({ ...next, amountFen: fen(15_800) })).kind).toBe('ok')
    control().moveRefund({ outRefundNo: next.outRefundNo, to: 'closed' })
    await advance(60)
    const last = { ...next, outRefundNo: `${order.outRefundNo}-last`, amountFen: fen(15_800) }
    expect((await scene.pay.refund(last)).kind).toBe('ok')
    await advance(60)
    const more = { ...last, outRefundNo: `${order.outRefundNo}-more`, amountFen: fen(1) }
    expect(await scene.pay.refund(more)).toEqual({ kind: 'more-than-is-left' })
  })

  it('is not taken while the merchant’s account holds too little, and is once it does', async () => {
    const order = await aRefund()
    control().fault({ match: 'POST /v3/refund', action: 'not-enough' })
    expect(await scene.pay.refund(order)).toEqual({ kind: 'not-enough-balance' })
    expect(await stateOf(order.outRefundNo)).toBe('unknown-refund')
    expect((await scene.pay.refund(order)).kind).toBe('ok')
  })

  it('is not taken for a payment older than a year, or of another merchant', async () => {
    const order = await aRefund()
    expect(await scene.pay.refund({ ...order, transactionId: `42${'0'.repeat(26)}` })).toEqual({
      kind: 'unknown-order',
    })
    await advance(365 * 86_400)
    const late = { ...order, outRefundNo: `${order.outRefundNo}-late` }
    expect((await scene.pay.refund(order)).kind).toBe('ok')
    await advance(60)
    expect(await scene.pay.refund(late)).toEqual({ kind: 'too-old' })
  })

  it('gives back WeChat’s coupons to WeChat, in proportion, and to the fen', async () => {
    const ordered = scene.order({ amountFen: fen(1_000) })
    const prepaid = await scene.pay.prepay(ordered)
    const prepay_id = prepaid.kind === 'ok' ? prepaid.prepayId : ''
    control().pay({ prepay_id, openid: scene.openid, outcome: 'ok', couponFen: 333 })
    const paid = await scene.pay.query(ordered.outTradeNo)
    const transactionId = paid.kind === 'success' ? paid.transactionId : ''
    const parts: number[] = []
    for (const [at, amountFen] of [333, 333, 334].entries()) {
      const outRefundNo = `${ordered.outTradeNo}-${at}`
      const taken = await scene.pay.refund({
        outRefundNo,
        transactionId,
        totalFen: fen(1_000),
        amountFen: fen(amountFen),
      })
      if (taken.kind === 'ok') parts.push(taken.refund.payerRefundFen)
      await advance(60)
    }
    expect([parts.length, parts.reduce((sum, part) => sum + part, 0)]).toEqual([3, 667])
  })
})

describe('the outcome is unknown, and a query tells', () => {
  it.each([
    ['hang', 'timeout', 'unknown-refund'],
    ['reset-before', 'network', 'unknown-refund'],
    ['500', 'server-error', 'unknown-refund'],
    ['reset-after', 'network', 'PROCESSING'],
    ['garbled', 'unreadable-answer', 'PROCESSING'],
    ['unsigned', 'unsigned', 'PROCESSING'],
    ['tamper-response', 'bad-signature', 'PROCESSING'],
    ['signtest', 'sign-test', 'PROCESSING'],
  ] as const satisfies (readonly [Fault['action'], string, string])[])(
    'when the call meets %s; asked again it is the same refund',
    async (action, why, truth) => {
      const order = await aRefund()
      control().fault({ match: 'POST /v3/refund', action })
      const caller = action === 'hang' ? createWechatPay({ ...scene.config, timeoutMs: 200 }) : scene.pay
      expect(await caller.refund(order)).toMatchObject({ kind: 'unknown-outcome', why })
      expect(await stateOf(order.outRefundNo)).toBe(truth)
      expect((await scene.pay.refund(order)).kind).toBe('ok')
      const kept = control()
        .refunds()
        .filter(({ outRefundNo }) => outRefundNo === order.outRefundNo)
      expect(kept).toHaveLength(1)
    },
  )
})

describe('a refund notice', () => {
  beforeEach(async () => {
    // What the tests before have left under way.
    await advance(60)
    kinds()
  })

  it('tells of the end, at an address of its own', async () => {
    const order = await aRefund()
    kinds()
    const taken = await scene.pay.refund(order)
    await advance(5)
    expect(scene.receiver.received.map(({ path }) => path)).toEqual(['/wechatpay/notify/refund'])
    const queried = await scene.pay.queryRefund(order.outRefundNo)
    if (queried.kind !== 'ok' || taken.kind !== 'ok') throw new Error(queried.kind)
    const { takenAt: _, ...refund } = queried.refund
    expect(arrived()).toEqual([
      {
        kind: 'refund',
        eventId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        mchid: scene.emulator.merchant.mchid,
        refund,
      },
    ])
  })

  it.each([
    ['abnormal', 'ABNORMAL'],
    ['closed', 'CLOSED'],
  ] as const)('tells that a refund is %s, and no more comes of it', async (to, state) => {
    const order = await aRefund()
    await scene.pay.refund(order)
    kinds()
    control().moveRefund({ outRefundNo: order.outRefundNo, to })
    await advance(0)
    expect(kinds()).toEqual([state])
    await advance(86_400)
    expect(kinds()).toEqual([])
    expect(await stateOf(order.outRefundNo)).toBe(state)
  })

  it('comes again when an abnormal refund was dealt with in the merchant platform', async () => {
    const order = await aRefund()
    await scene.pay.refund(order)
    control().moveRefund({ outRefundNo: order.outRefundNo, to: 'abnormal' })
    await advance(0)
    control().moveRefund({ outRefundNo: order.outRefundNo, to: 'processing' })
    kinds()
    await advance(60)
    expect(kinds()).toEqual(['SUCCESS'])
  })

  it('may come before the notice of the payment', async () => {
    control().notifyFault({ fault: 'reorder', of: 'transaction' })
    const order = await aRefund()
    kinds()
    await scene.pay.refund(order)
    await advance(4)
    expect(kinds()).toEqual([])
    await advance(1)
    expect(kinds()).toEqual(['SUCCESS', 'paid'])
  })

  it.each([
    ['missingHeaders', 'unsigned'],
    ['stale', 'stale'],
    ['signtest', 'sign-test'],
    ['forged', 'bad-signature'],
    ['tamper', 'bad-signature'],
    ['wrongKey', 'undecryptable'],
  ] as const)('with the fault %s is refused as %s', async (fault, kind) => {
    const order = await aRefund()
    await scene.pay.refund(order)
    kinds()
    control().notifyFault({ fault, of: 'refund' })
    await advance(5)
    expect(kinds()[0]).toBe(kind)
  })

  it.each([
    ['otherAmount', { refund: { amountFen: 1 } }],
    ['otherMchid', { mchid: '1900000001' }],
  ] as const)(
    'with the fault %s is handed on as it stands: comparing is for who knows the refund',
    async (fault, told) => {
      const order = await aRefund()
      await scene.pay.refund(order)
      kinds()
      control().notifyFault({ fault, of: 'refund' })
      await advance(5)
      expect(arrived()[0]).toMatchObject({ kind: 'refund', ...told })
    },
  )
})

describe('a refund made in the merchant platform', () => {
  it('shows in the order and nowhere else: no notice, no number of ours', async () => {
    const order = await aRefund()
    const outTradeNo = control().orders().at(-1)?.outTradeNo ?? ''
    kinds()
    control().refundInConsole(outTradeNo, 400_001)
    await advance(86_400)
    expect(kinds()).toEqual([])
    expect((await scene.pay.query(outTradeNo)).kind).toBe('refunded')
    expect(await scene.pay.refund(order)).toEqual({ kind: 'more-than-is-left' })
    expect(control().refunds().at(-1)).toMatchObject({ amountFen: 400_001, state: 'SUCCESS' })
    expect(control().refunds().at(-1)).not.toHaveProperty('outRefundNo')
  })
})
