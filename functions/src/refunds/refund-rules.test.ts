import type { EntryId } from '@anjiao/shared/ids'
import { fen, zeroFen } from '@anjiao/shared/money'
import { beforeEach, describe, expect, it } from 'vitest'
import { reverse } from '../ledger/index.ts'
import { testMchid, yuan } from '../local/testing/given.ts'
import { testWorld } from '../local/testing/world.ts'
import { applyAdvance } from '../payments/apply-advance.ts'
import { bookPayment } from '../payments/book-payment.ts'
import { setRefundLimit } from './refund-limit.ts'
import { takeRefundFact } from './take-refund-fact.ts'
import { aPaidHome } from './testing/a-paid-home.ts'

const { world, clock } = await testWorld()
beforeEach(() => clock.set('2026-11-23T10:00:00+08:00'))

const refused = (code: string) => expect.objectContaining({ code })

describe('asking', () => {
  it('moves nothing until a second person lets it go', async () => {
    const home = await aPaidHome(world)
    const id = await home.ask({ parts: [home.part(0, '40.00')] })
    expect(await home.read(id)).toMatchObject({ state: 'asked', amountFen: 4_000, askedByMe: true })
    expect(await home.books.open(home.householdId)).toEqual([0, 0])
    await home.decide(id)
    expect(await home.books.open(home.householdId)).toEqual([4_000, 0])
    expect(await home.audit()).toEqual([])
  })

  it('is enough by itself up to the sum that the company has set, and not a fen above', async () => {
    const home = await aPaidHome(world)
    await home.as(home.manager, (ctx) => setRefundLimit(ctx, yuan('50.00')))
    const within = await home.ask({ fromAdvanceFen: yuan('50.00') })
    expect((await home.read(within)).state).toBe('owed')
    const above = await home.ask({ parts: [home.part(0, '50.01')] })
    expect((await home.read(above)).state).toBe('asked')
    expect(await home.audit()).toEqual([])
  })

  it('in parts that are each within that sum takes a second person as soon as together they are above it', async () => {
    const home = await aPaidHome(world)
    await home.as(home.manager, (ctx) => setRefundLimit(ctx, yuan('50.00')))
    const first = await home.ask({ parts: [home.part(0, '30.00')] })
    const second = await home.ask({ parts: [home.part(0, '20.01')] })
    expect((await home.read(first)).state).toBe('owed')
    expect((await home.read(second)).state).toBe('asked')
    await home.told(first, 'CLOSED')
    const third = await home.ask({ parts: [home.part(1, '50.00')] })
    expect((await home.read(third)).state).toBe('owed')
    clock.set('2027-11-23T09:59:00+08:00')
    const late = await home.ask({ parts: [home.part(1, '0.01')] })
    expect((await home.read(late)).state).toBe('asked')
    clock.set('2027-11-24T10:00:00+08:00')
    const later = await home.ask({ parts: [home.part(1, '50.00')], route: 'transfer' })
    expect((await home.read(later)).state).toBe('owed')
  })

  it('told twice by one intention, also at the same moment, is one refund', async () => {
    const home = await aPaidHome(world)
    await home.as(home.manager, (ctx) => setRefundLimit(ctx, yuan('50.00')))
    const wanted = { fromAdvanceFen: yuan('20.00') }
    const [first, again] = await Promise.all([
      home.ask(wanted, home.clerk, 'one'),
      home.ask(wanted, home.clerk, 'one'),
    ])
    expect(first).toBe(again)
    expect(await home.books.advance(home.householdId)).toBe(yuan('30.00'))
    await expect(home.ask({ fromAdvanceFen: yuan('21.00') }, home.clerk, 'one')).rejects.toEqual(
      refused('idempotency-key-reused'),
    )
    expect(await home.ask(wanted, home.clerk, 'another')).not.toBe(first)
    expect(await home.audit()).toEqual([])
  })

  it('is not taken past that sum by two that come at the same moment', async () => {
    const home = await aPaidHome(world)
    await home.as(home.manager, (ctx) => setRefundLimit(ctx, yuan('50.00')))
    const asked = await Promise.all(
      [home.clerk, home.finance, home.manager].map((who) =>
        home.ask({ parts: [home.part(1, '25.00')] }, who),
      ),
    )
    const states = await Promise.all(asked.map(async (id) => (await home.read(id)).state))
    expect(states.sort()).toEqual(['asked', 'owed', 'owed'])
  })

  it('counts what others have asked for of the advance, and comes before who asks later', async () => {
    const home = await aPaidHome(world)
    const first = await home.ask({ fromAdvanceFen: yuan('30.00') })
    await expect(home.ask({ fromAdvanceFen: yuan('20.01') })).rejects.toEqual(refused('refund-over-advance'))
    const second = await home.ask({ fromAdvanceFen: yuan('20.00') })
    const later = await home.charge(home.householdId, { owes: '25.00' })
    await home.inside((ctx) => applyAdvance(ctx, home.householdId, [later], 'k'))
    await expect(home.decide(second)).rejects.toEqual(refused('refund-over-advance'))
    await expect(home.decide(first)).rejects.toEqual(refused('refund-over-advance'))
    await home.decide(first, { kind: 'decline', reason: '预存已经抵扣' })
    await home.decide(second)
    expect(await home.books.advance(home.householdId)).toBe(yuan('5.00'))
    expect(await home.audit()).toEqual([])
  })

  it.each([
    ['more than is left of the payment', { fromAdvanceFen: yuan('350.01') }, 'refund-over-rest'],
    ['more than is in the advance', { fromAdvanceFen: yuan('50.01') }, 'refund-over-advance'],
    ['nothing', {}, 'bad-input'],
    ['the advance into the advance', { route: 'advance', fromAdvanceFen: yuan('1.00') }, 'refund-route'],
  ] as const)('is refused for %s', async (_, request, code) => {
    const home = await aPaidHome(world)
    await expect(home.ask(request)).rejects.toEqual(refused(code))
  })

  it('is refused for more than the payment settled of a charge, for a charge of another home, and for one named twice', async () => {
    const home = await aPaidHome(world)
    const other = await aPaidHome(world)
    await expect(home.ask({ parts: [home.part(0, '100.01')] })).rejects.toEqual(refused('refund-over-charge'))
    await expect(home.ask({ parts: [other.part(0, '1.00')] })).rejects.toEqual(refused('refund-over-charge'))
    const twice = [home.part(0, '1.00'), home.part(0, '1.00')]
    await expect(home.ask({ parts: twice })).rejects.toEqual(refused('bad-input'))
  })

  it('by WeChat is refused a year after the payment, and goes another way then', async () => {
    const home = await aPaidHome(world)
    clock.set('2027-11-23T10:00:00+08:00')
    await home.ask({ parts: [home.part(0, '1.00')] })
    clock.set('2027-11-24T10:00:00+08:00')
    await expect(home.ask({ parts: [home.part(0, '1.00')] })).rejects.toEqual(refused('refund-too-old'))
    await home.ask({ parts: [home.part(0, '1.00')], route: 'transfer' })
  })

  it('counts what others have asked for of the same payment', async () => {
    const home = await aPaidHome(world)
    await home.ask({ parts: [home.part(0, '60.00')] })
    await expect(home.ask({ parts: [home.part(0, '40.01')] })).rejects.toEqual(refused('refund-over-charge'))
    const rest = await home.ask({ parts: [home.part(0, '40.00')] })
    await home.withdraw(rest)
    await home.ask({ parts: [home.part(0, '40.00')] })
  })

  it('is refused to who took the money, and to who lives there', async () => {
    const home = await aPaidHome(world, { owes: ['10.00'], pays: '10.00' })
    const taken = await home.as(home.clerk, (ctx) => bookPayment(ctx, home.inCash('20.00')))
    const request = { paymentId: taken, route: 'cash', fromAdvanceFen: yuan('20.00') } as const
    await expect(home.ask(request)).rejects.toEqual(refused('own-receipt'))
    const id = await home.ask(request, home.manager)
    await expect(home.decide(id, { kind: 'approve' }, home.clerk)).rejects.toEqual(refused('own-receipt'))
    await home.inside(
      ({ tx, community }) => tx.run`
        insert into membership (community_id, household_id, person_id, relation)
        values (${community}, ${home.householdId}, ${home.finance.personId}, 'tenant')`,
    )
    await expect(home.decide(id)).rejects.toEqual(refused('own-application'))
    await expect(home.ask(request, home.finance)).rejects.toEqual(refused('own-application'))
  })
})

describe('deciding', () => {
  it('is for another person than who asked', async () => {
    const home = await aPaidHome(world)
    const id = await home.ask({ parts: [home.part(0, '40.00')] }, home.finance)
    await expect(home.decide(id, { kind: 'approve' }, home.finance)).rejects.toEqual(
      refused('own-application'),
    )
    await home.decide(id, { kind: 'approve' }, home.manager)
  })

  it('against it keeps the reason, moves nothing and frees the sum', async () => {
    const home = await aPaidHome(world)
    const id = await home.ask({ parts: [home.part(0, '100.00')] })
    await home.decide(id, { kind: 'decline', reason: '没有多缴' })
    expect(await home.read(id)).toMatchObject({ state: 'declined', declinedBecause: '没有多缴' })
    await expect(home.decide(id)).rejects.toEqual(refused('refund-moved-on'))
    await home.ask({ parts: [home.part(0, '100.00')] })
    expect(await home.books.balances()).toMatchObject({ wechat: 35_000, advance: -5_000 })
  })

  it('looks anew: an advance that is spent since cannot go back', async () => {
    const home = await aPaidHome(world)
    const id = await home.ask({ fromAdvanceFen: yuan('50.00') })
    const later = await home.charge(home.householdId, { owes: '30.00' })
    await home.inside((ctx) => applyAdvance(ctx, home.householdId, [later], 'k'))
    await expect(home.decide(id)).rejects.toEqual(refused('refund-over-advance'))
    expect((await home.read(id)).state).toBe('asked')
  })

  it('by two at once lets it go once', async () => {
    const home = await aPaidHome(world)
    const id = await home.ask({ parts: [home.part(0, '40.00')] })
    const decisions = await Promise.allSettled(
      [home.finance, home.manager, home.finance].map((who) => home.decide(id, { kind: 'approve' }, who)),
    )
    expect(decisions.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await home.audit()).toEqual([])
  })
})

it('a refund is shown with the colleagues by name who asked and decided', async () => {
  const home = await aPaidHome(world)
  const id = await home.ask({ parts: [home.part(0, '40.00')] })
  await home.decide(id)
  await home.inside(
    ({ tx, community }) => tx.run`
      update staff set name = '陈前台' where (community_id, person_id) = (${community}, ${home.clerk.personId})`,
  )
  await home.inside(
    ({ tx, community }) => tx.run`
      delete from staff where (community_id, person_id) = (${community}, ${home.finance.personId})`,
  )
  expect(await home.read(id)).toMatchObject({ askedBy: '陈前台', checkedBy: '已离岗的同事' })
})

describe('what goes back', () => {
  it('into the advance opens the charge again and leaves the merchant’s account alone', async () => {
    const home = await aPaidHome(world)
    const id = await home.ask({ route: 'advance', parts: [home.part(1, '200.00')] })
    await home.decide(id)
    expect((await home.read(id)).state).toBe('paid')
    expect(await home.books.open(home.householdId)).toEqual([0, 20_000])
    expect(await home.books.advance(home.householdId)).toBe(25_000)
    expect(await home.books.balances()).toMatchObject({ wechat: 35_000 })
    expect(await home.audit()).toEqual([])
  })

  it('into the advance has not left us: the payment may still go back from there, whole and once', async () => {
    const home = await aPaidHome(world)
    const moved = await home.ask({ route: 'advance', parts: [home.part(1, '200.00')] })
    await home.decide(moved)
    await expect(home.ask({ parts: [home.part(1, '0.01')] })).rejects.toEqual(refused('refund-over-charge'))
    await expect(home.ask({ fromAdvanceFen: yuan('250.01') })).rejects.toEqual(refused('refund-over-advance'))
    const back = await home.ask({ parts: [home.part(0, '100.00')], fromAdvanceFen: yuan('250.00') })
    await home.decide(back)
    await home.told(back, 'SUCCESS')
    expect(await home.books.balances()).toMatchObject({ receivable: 30_000 })
    expect((await home.books.balances()).wechat ?? 0).toBe(0)
    await expect(home.ask({ fromAdvanceFen: yuan('0.01') })).rejects.toEqual(refused('refund-over-rest'))
    expect(await home.audit()).toEqual([])
  })

  it('to WeChat is owed until WeChat says that the payer has it', async () => {
    const home = await aPaidHome(world)
    const id = await home.ask({ parts: [home.part(0, '100.00')], fromAdvanceFen: yuan('20.00') })
    await home.decide(id)
    expect(await home.books.balances()).toMatchObject({ wechat: 35_000, refund_payable: -12_000 })
    await home.told(id, 'PROCESSING')
    expect((await home.read(id)).state).toBe('sent')
    await home.told(id, 'SUCCESS', { receivedBy: '支付用户零钱' })
    expect(await home.read(id)).toMatchObject({ state: 'paid', receivedBy: '支付用户零钱' })
    expect(await home.books.balances()).toMatchObject({ wechat: 23_000, advance: -3_000, receivable: 10_000 })
    expect(await home.audit()).toEqual([])
  })

  it.each([
    [['SUCCESS', 'PROCESSING', 'ABNORMAL', 'CLOSED', 'SUCCESS'], 'paid'],
    [['ABNORMAL', 'PROCESSING', 'SUCCESS'], 'paid'],
    [['PROCESSING', 'ABNORMAL', 'CLOSED'], 'failed'],
    [['CLOSED', 'CLOSED', 'PROCESSING'], 'failed'],
    [['CLOSED', 'SUCCESS', 'SUCCESS'], 'found'],
  ] as const)('told as %j ends as %s, each word once', async (words, ends) => {
    const home = await aPaidHome(world)
    const id = await home.ask({ parts: [home.part(0, '100.00')] })
    await home.decide(id)
    for (const word of words) await home.told(id, word)
    expect((await home.read(id)).state).toBe(ends)
    expect(await home.audit()).toEqual([])
    const wechat = ends === 'failed' ? 35_000 : 25_000
    expect(await home.books.balances()).toMatchObject({ wechat })
  })

  it('and failed settles its charges again as far as they are open, and is the home’s advance beyond', async () => {
    const home = await aPaidHome(world)
    const id = await home.ask({ parts: [home.part(0, '100.00'), home.part(1, '50.00')] })
    await home.decide(id)
    await home.settle(home.part(0, '1.00').chargeId, '70.00')
    await home.told(id, 'CLOSED')
    expect(await home.books.open(home.householdId)).toEqual([0, 0])
    expect(await home.books.advance(home.householdId)).toBe(yuan('50.00') + yuan('70.00'))
    expect(await home.audit()).toEqual([])
  })

  it('told with another sum, payment or merchant moves nothing', async () => {
    const home = await aPaidHome(world)
    const id = await home.ask({ parts: [home.part(0, '100.00')] })
    await home.decide(id)
    expect(await home.told(id, 'SUCCESS', { amountFen: fen(9_999) })).toMatchObject({ kind: 'other-values' })
    expect(await home.told(id, 'SUCCESS', { transactionId: '4200x' })).toMatchObject({ kind: 'other-values' })
    expect((await home.read(id)).state).toBe('owed')
  })
})

describe('a payment that is given back', () => {
  const toAdvanceAlone = async () => {
    const home = await aPaidHome(world, { owes: ['10.00'], pays: '10.00' })
    const take = () => home.as(home.clerk, (ctx) => bookPayment(ctx, home.inCash('100.00')))
    const [paymentId] = [await take(), await take()]
    const takeBack = () =>
      home.inside(async (ctx) => {
        const { entryId } = await ctx.tx.one<{ entryId: EntryId }>`
          select entry_id from payment where (community_id, id) = (${ctx.community}, ${paymentId})`
        return reverse(ctx, entryId, '收错了')
      })
    const askBack = () => home.ask({ paymentId, route: 'cash', fromAdvanceFen: yuan('100.00') }, home.manager)
    return { ...home, takeBack, askBack }
  }

  it('is not taken back as an error as well, however much the home has paid ahead', async () => {
    const home = await toAdvanceAlone()
    const id = await home.askBack()
    await expect(home.takeBack()).rejects.toEqual(refused('cannot-reverse'))
    await home.decide(id, { kind: 'decline', reason: '不用退' })
    await home.takeBack()
    await expect(home.askBack()).rejects.toEqual(refused('payment-reversed'))
    expect(await home.audit()).toEqual([])
  })

  it('or taken back, at the same moment, is one of the two', async () => {
    for (let round = 0; round < 8; round++) {
      const home = await toAdvanceAlone()
      const done = await Promise.allSettled([home.takeBack(), home.askBack()])
      expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    }
  })
})

describe('a refund that nobody here asked for', () => {
  const consoleRefund = async (amount: string) => {
    const home = await aPaidHome(world)
    const model = await home.ask({ parts: [home.part(0, amount)] })
    const fact = await home.record(model, 'SUCCESS', {
      outRefundNo: `console-${home.transactionId.slice(-8)}`,
      refundId: `50301${home.transactionId.slice(-8)}`,
    })
    await home.withdraw(model)
    const take = () => home.inside((ctx) => takeRefundFact(ctx, { ...fact, mchid: testMchid }))
    return { home, take }
  }

  it('is booked out of suspense once, and waits for somebody to say what it was for', async () => {
    const { home, take } = await consoleRefund('60.00')
    const taken = await Promise.all([take(), take(), take()])
    expect(taken.filter(({ kind }) => kind === 'found')).toHaveLength(1)
    expect(await home.books.balances()).toMatchObject({ wechat: 29_000, suspense: 6_000 })
    const id = await home.only('found')
    const short = { parts: [home.part(0, '59.99')], fromAdvanceFen: zeroFen, reason: '后台退款' }
    await expect(home.explain(id, short)).rejects.toEqual(refused('refund-sum-differs'))
    await home.ask({ fromAdvanceFen: yuan('50.00') })
    await home.explain(id, { ...short, parts: [home.part(0, '50.00')], fromAdvanceFen: yuan('10.00') })
    expect(await home.read(id)).toMatchObject({
      state: 'paid',
      reason: '后台退款',
      askedBy: '微信商户平台',
    })
    expect(await home.books.open(home.householdId)).toEqual([5_000, 0])
    expect(await home.books.balances()).toEqual({
      wechat: 29_000,
      receivable: 5_000,
      advance: -4_000,
      income: -30_000,
    })
    expect(await home.audit()).toEqual([])
  })
})
