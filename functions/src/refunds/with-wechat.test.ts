import { randomUUID } from 'node:crypto'
import type { RefundId } from '@anjiao/shared/ids'
import { type Fen, fen, zeroFen } from '@anjiao/shared/money'
import { beforeEach, describe, expect, it } from 'vitest'
import { asStaff } from '../identity/index.ts'
import { givenCommunity, yuan } from '../local/testing/given.ts'
import { wechatWorld } from '../local/testing/wechat-world.ts'
import { auditPayments, startPayment, sweepPayments } from '../payments/index.ts'
import { asSystem } from '../platform/context.ts'
import { askRefund } from './ask-refund.ts'
import { auditRefunds } from './audit-refunds.ts'
import { decideRefund } from './decide-refund.ts'
import { explainRefund } from './explain-refund.ts'
import { refundsIn } from './refund-view.ts'
import { refundablePayments } from './refundable-payments.ts'
import { sendRefund } from './send-refund.ts'
import { sweepRefunds } from './sweep-refunds.ts'

const { world, emulator, account, callback, advance } = await wechatWorld()
const { control } = emulator

beforeEach(() => {
  control.reset()
  control.refundsTake(5_000)
  callback.down = false
  callback.answers.length = 0
})

let made = 0

/** A home that paid a bill of 300.00 yuan on the phone, and who may give something back. */
async function aPayer({ heard = true } = {}) {
  const given = await givenCommunity(world, undefined, account)
  const { community, inside } = given
  // The merchant account belongs to one company, and so do the communities that use it.
  await asSystem(
    world,
    'test',
    ({ tx }) => tx.run`
      update community set company_id = (select company_id from merchant where mchid = ${account.mchid}) where id = ${community}`,
  )
  const { householdId } = await given.household()
  const chargeId = await given.charge(householdId, { owes: '300.00' })
  const payer = await given.person({ householdId })
  control.addPerson({ name: payer.openid, phone: '13800000000', openid: payer.openid })
  callback.down = !heard
  const started = await startPayment(world, payer, {
    communityId: community,
    householdId,
    choice: { kind: 'all-due' },
    intentKey: `refunds-${++made}`,
  })
  control.pay({
    prepay_id: started.payParams.package.replace('prepay_id=', ''),
    openid: payer.openid,
    outcome: 'ok',
    payParams: { appId: started.appId, ...started.payParams },
  })
  await advance(1)
  callback.down = false
  const order = control.orders().at(-1)
  if (!order?.paid) throw new Error('nothing was paid')
  const { outTradeNo } = order
  const { transactionId } = order.paid

  const clerk = await given.staff('front_desk')
  const finance = await given.staff('finance')
  const ask = async (amount: string): Promise<RefundId> => {
    const [payment] = await inside((ctx) => refundablePayments(ctx, householdId))
    if (!payment) throw new Error('no payment')
    return asStaff(world, clerk, community, ['front_desk'], (ctx) =>
      askRefund(
        ctx,
        clerk.personId,
        {
          paymentId: payment.paymentId,
          route: 'wechat',
          parts: [{ chargeId, amountFen: yuan(amount) }],
          fromAdvanceFen: zeroFen,
          reason: '多缴了',
        },
        randomUUID(),
      ),
    )
  }
  const approve = (id: RefundId) =>
    asStaff(world, finance, community, ['finance'], (ctx) =>
      decideRefund(ctx, id, finance.personId, { kind: 'approve' }),
    )
  const read = async (id: RefundId) => {
    const [refund] = (await inside((ctx) => refundsIn(ctx, { id }))).refunds
    if (!refund) throw new Error(`no refund ${id}`)
    return refund
  }
  const numberOf = async (id: RefundId) =>
    (
      await inside(
        ({ tx }) => tx.one<{ outRefundNo: string }>`
          select out_refund_no from refund where (community_id, id) = (${community}, ${id})`,
      )
    ).outRefundNo
  return {
    ...given,
    householdId,
    chargeId,
    outTradeNo,
    transactionId,
    read,
    numberOf,
    /** Asked for, let go, and brought to WeChat as the job does. */
    refund: async (amount: string): Promise<RefundId> => {
      const id = await ask(amount)
      await approve(id)
      await sendRefund(world, community, id)
      return id
    },
    /** By somebody else under the same merchant account, who names our address for the notice. */
    refundElsewhere: (outRefundNo: string, amountFen: Fen) =>
      world
        .wechatPay(account.mchid)
        .refund({ outRefundNo, transactionId, totalFen: yuan('300.00'), amountFen, reason: '后台退款' }),
    found: async () => (await inside((ctx) => refundsIn(ctx, { states: ['found'] }))).refunds,
    explain: (id: RefundId, amount: string) =>
      asStaff(world, finance, community, ['finance'], (ctx) =>
        explainRefund(ctx, id, {
          parts: [{ chargeId, amountFen: yuan(amount) }],
          fromAdvanceFen: zeroFen,
          reason: '后台退款',
        }),
      ),
    atWechat: () => control.refunds().filter((each) => each.outTradeNo === outTradeNo),
    audited: async () => {
      expect(await given.books.audit()).toEqual([])
      expect(await inside(auditPayments)).toEqual([])
      expect(await inside(auditRefunds)).toEqual([])
    },
  }
}

const soon = () => new Date(world.clock.now().getTime() + 60_000)
const sweep = () => sweepRefunds(world, soon())

describe('a refund at WeChat', () => {
  it('is taken at once and done when its notice comes, with the account that it went to', async () => {
    const home = await aPayer()
    const id = await home.refund('60.00')
    expect((await home.read(id)).state).toBe('sent')
    await advance(6)
    expect(callback.answers.at(-1)).toBe(204)
    expect(await home.read(id)).toMatchObject({ state: 'paid', receivedBy: '支付用户零钱' })
    expect(await home.books.balances()).toMatchObject({ wechat: 24_000, receivable: 6_000 })
    await home.audited()
  })

  it.each(['reset-after', 'garbled', 'slow', '500', 'hang', 'tamper-response'] as const)(
    'whose answer is lost (%s) is asked for again under the same number, and goes back once',
    async (action) => {
      const home = await aPayer()
      control.fault({ match: 'POST /v3/refund', action, times: 1, delayMs: 1_000 })
      const id = await home.refund('60.00')
      expect(await home.read(id)).toMatchObject({ state: 'owed', standsBecause: 'unknown-outcome' })
      await advance(61)
      await sweep()
      await advance(6)
      expect(await home.read(id)).toMatchObject({ state: 'paid', standsBecause: null })
      expect(home.atWechat().map(({ outRefundNo }) => outRefundNo)).toEqual([await home.numberOf(id)])
      expect(await home.books.balances()).toMatchObject({ wechat: 24_000 })
      await home.audited()
    },
  )

  it('whose notice is lost is found by asking', async () => {
    const home = await aPayer()
    const id = await home.refund('60.00')
    callback.down = true
    await advance(6)
    expect((await home.read(id)).state).toBe('sent')
    await advance(60)
    await sweep()
    expect((await home.read(id)).state).toBe('paid')
    callback.down = false
    await advance(3_600)
    await home.audited()
  })

  it('is booked once however often its notice comes, by itself or anew', async () => {
    const home = await aPayer()
    control.notifyFault({ fault: 'duplicate', copies: 20, of: 'refund' })
    const id = await home.refund('60.00')
    await advance(6)
    const number = await home.numberOf(id)
    expect(await control.resendNotice(number, true)).toBe(204)
    expect(await control.resendNotice(number)).toBe(204)
    expect((await home.read(id)).state).toBe('paid')
    expect(await home.books.balances()).toMatchObject({ wechat: 24_000 })
    await home.audited()
  })

  it('whose notice was tampered with moves nothing, and the true one everything', async () => {
    const home = await aPayer()
    control.notifyFault({ fault: 'tamper', of: 'refund' })
    const id = await home.refund('60.00')
    await advance(6)
    expect((await home.read(id)).state).toBe('sent')
    await advance(60)
    expect((await home.read(id)).state).toBe('paid')
    await home.audited()
  })

  it('whose notice tells of another sum moves nothing, and asking tells the true one', async () => {
    const home = await aPayer()
    control.notifyFault({ fault: 'otherAmount', amountFen: 1, of: 'refund', times: 100 })
    const id = await home.refund('60.00')
    await advance(6)
    expect((await home.read(id)).state).toBe('sent')
    await advance(60)
    await sweep()
    expect((await home.read(id)).state).toBe('paid')
    await home.audited()
  })

  it('that does not reach the payer waits, and is done when somebody has dealt with it at WeChat', async () => {
    const home = await aPayer()
    control.refundsTake(86_400_000)
    const id = await home.refund('60.00')
    const outRefundNo = await home.numberOf(id)
    control.moveRefund({ outRefundNo, to: 'abnormal' })
    await advance(1)
    expect((await home.read(id)).state).toBe('abnormal')
    expect(await home.books.balances()).toMatchObject({ wechat: 30_000, refund_payable: -6_000 })
    await home.audited()

    control.refundsTake(5_000)
    control.moveRefund({ outRefundNo, to: 'processing' })
    await advance(61)
    await sweep()
    expect((await home.read(id)).state).toBe('paid')
    await home.audited()
  })

  it('that WeChat closes settles the charge again', async () => {
    const home = await aPayer()
    control.refundsTake(86_400_000)
    const id = await home.refund('60.00')
    control.moveRefund({ outRefundNo: await home.numberOf(id), to: 'closed' })
    await advance(1)
    expect(await home.read(id)).toMatchObject({ state: 'failed', standsBecause: 'closed-by-wechat' })
    expect(await home.books.open(home.householdId)).toEqual([0])
    expect(await home.books.balances()).toMatchObject({ wechat: 30_000 })
    await home.audited()
  })

  it('waits for as long as the merchant’s account is empty, and goes by itself once it is not', async () => {
    const home = await aPayer()
    control.fault({ match: 'POST /v3/refund', action: 'not-enough', times: 3 })
    const id = await home.refund('60.00')
    for (const minutes of [1, 5]) {
      expect(await home.read(id)).toMatchObject({ state: 'owed', standsBecause: 'not-enough-balance' })
      await advance(minutes * 60 + 1)
      await sweep()
    }
    expect((await home.read(id)).state).toBe('owed')
    await advance(10 * 60 + 1)
    await sweep()
    await advance(6)
    expect(await home.read(id)).toMatchObject({ state: 'paid', standsBecause: null })
    expect(home.atWechat()).toHaveLength(1)
    await home.audited()
  })

  it('that WeChat has nothing left for fails only when it is refused twice and not known there', async () => {
    const home = await aPayer()
    const id = await home.refund('1.00')
    await advance(61)
    control.refundInConsole(home.outTradeNo)
    const tooMuch = await home.refund('60.00')
    expect(await home.read(tooMuch)).toMatchObject({ state: 'owed', standsBecause: 'more-than-is-left' })
    await advance(61)
    await sweep()
    expect(await home.read(tooMuch)).toMatchObject({ state: 'failed', standsBecause: 'more-than-is-left' })
    expect((await home.read(id)).state).toBe('paid')
    expect(await home.books.open(home.householdId)).toEqual([100])
    await home.audited()
  })

  it('is one of several that are sent a minute apart, as WeChat wants it', async () => {
    const home = await aPayer()
    const first = await home.refund('10.00')
    const second = await home.refund('20.00')
    expect(await home.read(second)).toMatchObject({ state: 'owed', standsBecause: 'rate-limited' })
    await advance(61)
    await sweep()
    await advance(6)
    expect([(await home.read(first)).state, (await home.read(second)).state]).toEqual(['paid', 'paid'])
    expect(await home.books.balances()).toMatchObject({ wechat: 27_000 })
    await home.audited()
  })
})

describe('a refund that nobody here asked for', () => {
  it('is found by its notice, booked out of suspense, and explained', async () => {
    const home = await aPayer()
    await home.refundElsewhere(`console-${made}`, fen(6_000))
    await advance(6)
    expect(callback.answers.at(-1)).toBe(204)
    const [refund, ...others] = await home.found()
    if (!refund) throw new Error('nothing was found')
    expect(others).toEqual([])
    expect(refund).toMatchObject({ amountFen: 6_000, householdId: home.householdId })
    expect(await home.books.balances()).toMatchObject({ wechat: 24_000, suspense: 6_000 })
    await home.audited()

    await home.explain(refund.id, '60.00')
    expect((await home.read(refund.id)).state).toBe('paid')
    expect(await home.books.open(home.householdId)).toEqual([6_000])
    await home.audited()
  })

  it('is known before the payment is, and belongs to it once that has come', async () => {
    const home = await aPayer({ heard: false })
    callback.down = false
    control.notifyFault({ fault: 'drop', of: 'transaction', times: 100 })
    await home.refundElsewhere(`early-${made}`, fen(6_000))
    await advance(6)
    const [before] = await home.found()
    if (!before) throw new Error('nothing was found')
    expect(before).toMatchObject({ householdId: null, roomName: null, paymentId: null })
    await home.audited()

    control.reset()
    await control.resendNotice(home.outTradeNo)
    await sweepPayments(world, soon())
    const [known] = await home.found()
    expect(known).toMatchObject({ id: before.id, householdId: home.householdId, method: 'wechat' })
    await home.explain(before.id, '60.00')
    expect(await home.books.open(home.householdId)).toEqual([6_000])
    expect(await home.books.balances()).toMatchObject({ wechat: 24_000, receivable: 6_000 })
    await home.audited()
  })
})
