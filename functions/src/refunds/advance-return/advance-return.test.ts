import type { HouseholdId } from '@anjiao/shared/ids'
import { beforeEach, describe, expect, it } from 'vitest'
import { yuan } from '../../local/testing/given.ts'
import { testWorld } from '../../local/testing/world.ts'
import { bookPayment } from '../../payments/book-payment.ts'
import type { Caller } from '../../platform/http/routes.ts'
import { requestsRoutes } from '../../requests/routes.ts'
import { setRefundLimit } from '../refund-limit.ts'
import { refundsIn } from '../refund-view.ts'
import { aPaidHome } from '../testing/a-paid-home.ts'
import { advanceReturnsRoutes } from './routes.ts'

const { world, clock } = await testWorld()
beforeEach(() => clock.set('2026-11-23T10:00:00+08:00'))

const refused = (code: string) => expect.objectContaining({ code })

let keys = 0

/** A home with 90.00 元 paid ahead, 50.00 of them by WeChat and then 40.00 at the till; its owner, and its staff. */
async function aHome() {
  const home = await aPaidHome(world)
  const { community: communityId, householdId } = home
  await home.inside((ctx) => bookPayment(ctx, home.inCash('40.00')))
  const owner = await home.person({ householdId })
  const asked = (caller: Caller, of: HouseholdId = householdId) => ({
    world,
    caller,
    idempotencyKey: `key-${++keys}`,
    askedFrom: '',
    params: { communityId, householdId: of },
  })
  const path = '/v1/communities/:communityId/households/:householdId/advance-return' as const
  const staffPath = '/v1/staff/communities/:communityId/households/:householdId/advance-return' as const
  return {
    ...home,
    owner,
    shown: (who = owner) => advanceReturnsRoutes[`GET ${path}`](asked(who)),
    wish: (who = owner) =>
      advanceReturnsRoutes[`POST ${path}`]({
        ...asked(who),
        body: { cause: 'moved_out' as const, words: '下个月搬走' },
      }),
    takeBack: (who = owner) => advanceReturnsRoutes[`POST ${path}/withdraw`](asked(who)),
    look: (who: Caller) => advanceReturnsRoutes[`GET ${staffPath}`](asked(who)),
    give: (amount: string, who = home.clerk, idempotencyKey = `give-${++keys}`) =>
      advanceReturnsRoutes[`POST ${staffPath}`]({
        ...asked(who),
        idempotencyKey,
        body: {
          amountFen: yuan(amount),
          otherRoute: 'transfer' as const,
          cause: 'moved_out' as const,
          reason: '业主搬走',
        },
      }),
    decline: async (who = home.finance) => {
      const { request } = await advanceReturnsRoutes[`GET ${staffPath}`](asked(who))
      if (!request) throw new Error('nothing to decline')
      return advanceReturnsRoutes[
        'POST /v1/staff/communities/:communityId/advance-returns/:returnId/decline'
      ]({
        ...asked(who),
        params: { communityId, returnId: request.id },
        body: { reason: '还有账单没有结清，想先和您商量' },
      })
    },
    queue: async (who: Caller) =>
      (
        await requestsRoutes['GET /v1/staff/communities/:communityId/requests']({
          ...asked(who),
          params: { communityId },
        })
      ).map(({ matter }) => matter),
    refunds: async () => (await home.as(home.clerk, (ctx) => refundsIn(ctx, {}))).refunds,
    told: () =>
      home.inside(
        ({ tx }) => tx.rows<{ kind: string; agreed: boolean }>`
          select kind, (payload ->> 'agreed')::boolean as agreed from domain_event
           where household_id = ${householdId} and kind = 'advance-return-answered' order by id`,
      ),
  }
}

describe('an owner', () => {
  it('asks for what was paid ahead, sees how it stands, and takes it back while nobody has begun', async () => {
    const home = await aHome()
    expect(await home.shown()).toEqual({
      freeFen: yuan('90.00'),
      mayAsk: true,
      underWay: null,
      latest: null,
    })
    expect(await home.wish()).toMatchObject({
      mayAsk: false,
      latest: { state: 'waiting', cause: 'moved_out', replyBy: '2026-11-30', mayWithdraw: true },
    })
    expect(await home.queue(home.clerk)).toEqual(['advance_return'])
    await expect(home.wish()).rejects.toEqual(refused('advance-return-open'))
    expect(await home.takeBack()).toMatchObject({ mayAsk: true, latest: { state: 'withdrawn' } })
    expect(await home.queue(home.clerk)).toEqual([])
  })

  it('alone may ask, and only while something is there', async () => {
    const home = await aHome()
    const tenant = await home.person({ householdId: home.householdId, relation: 'tenant' })
    await expect(home.wish(tenant)).rejects.toEqual(refused('owner-only'))
    expect((await home.shown(tenant)).mayAsk).toBe(false)
    await expect(home.wish(await home.person())).rejects.toEqual(refused('not-found'))
    await home.give('90.00')
    await expect(home.wish()).rejects.toEqual(refused('advance-return-open'))
    const [first] = await home.refunds()
    await home.decide(first?.id ?? fail())
    await expect(home.wish()).rejects.toEqual(refused('advance-return-nothing'))
  })

  it('is answered: what goes back, or why not', async () => {
    const home = await aHome()
    await home.wish()
    await home.decline()
    expect(await home.shown()).toMatchObject({
      mayAsk: true,
      latest: { state: 'declined', declinedBecause: '还有账单没有结清，想先和您商量' },
    })
    await expect(home.decline()).rejects.toThrow('nothing to decline')
    await home.wish()
    const { refundId } = await home.give('60.00')
    await expect(home.takeBack()).rejects.toEqual(refused('advance-return-moved-on'))
    expect((await home.shown()).latest).toMatchObject({
      state: 'checking',
      amountFen: null,
      mayWithdraw: false,
    })
    await home.decide(refundId)
    expect((await home.shown()).latest).toMatchObject({ state: 'agreed', amountFen: yuan('60.00') })
    expect(await home.told()).toEqual([
      { kind: 'advance-return-answered', agreed: false },
      { kind: 'advance-return-answered', agreed: true },
    ])
  })

  it('sees that it is under way also when the other owner asked, or staff began', async () => {
    const home = await aHome()
    const wife = await home.person({ householdId: home.householdId })
    await home.wish()
    expect(await home.shown(wife)).toMatchObject({ mayAsk: false, latest: null, underWay: 'waiting' })
    await home.give('90.00')
    expect(await home.shown(wife)).toMatchObject({ mayAsk: false, latest: null, underWay: 'checking' })
  })

  it('who has left does not have what they asked for carried on for the next', async () => {
    const home = await aHome()
    await home.wish()
    await home.inside(({ tx }) => tx.run`delete from membership where household_id = ${home.householdId}`)
    const next = await home.person({ householdId: home.householdId })
    const { refundId } = await home.give('90.00')
    await home.decide(refundId)
    expect((await home.shown(next)).latest).toBeNull()
    expect(await home.told()).toEqual([])
  })

  it('who has come after another asks anew', async () => {
    const home = await aHome()
    await home.wish()
    await home.inside(({ tx }) => tx.run`delete from membership where household_id = ${home.householdId}`)
    const next = await home.person({ householdId: home.householdId })
    expect(await home.shown(next)).toMatchObject({ mayAsk: true, latest: null })
    expect((await home.wish(next)).latest).toMatchObject({ state: 'waiting' })
  })
})

describe('giving back', () => {
  it('takes as many payments as it needs, what came by WeChat first, and a second person lets all of it go', async () => {
    const home = await aHome()
    expect(await home.look(home.clerk)).toMatchObject({
      request: null,
      checking: null,
      freeFen: yuan('90.00'),
      openFen: 0,
      sources: [
        { method: 'cash', mostFen: yuan('40.00'), byWechat: false },
        { method: 'wechat', mostFen: yuan('50.00'), byWechat: true },
      ],
    })
    const given = await home.give('70.00')
    expect(given.state).toBe('checking')
    const asked = await home.refunds()
    expect(asked).toMatchObject([
      {
        amountFen: yuan('20.00'),
        route: 'transfer',
        state: 'asked',
        together: { refunds: 2, amountFen: 7_000 },
      },
      {
        amountFen: yuan('50.00'),
        route: 'wechat',
        state: 'asked',
        together: { refunds: 2, amountFen: 7_000 },
      },
    ])
    expect(await home.look(home.clerk)).toMatchObject({
      checking: { refundId: given.refundId, amountFen: yuan('70.00') },
      freeFen: yuan('20.00'),
    })
    await expect(home.give('20.00')).rejects.toEqual(refused('advance-return-open'))
    await home.decide(asked[0]?.id ?? fail())
    expect((await home.refunds()).map(({ state }) => state)).toEqual(['owed', 'owed'])
    expect(await home.books.advance(home.householdId)).toBe(yuan('20.00'))
    expect(await home.audit()).toEqual([])
  })

  it('declined or taken back falls with all its parts; what the owner asked for waits again', async () => {
    const home = await aHome()
    await home.wish()
    const { refundId } = await home.give('70.00')
    expect(await home.queue(home.clerk)).toEqual([])
    await home.decide(refundId, { kind: 'decline', reason: '金额不对' })
    expect((await home.refunds()).map(({ state }) => state)).toEqual(['declined', 'declined'])
    expect(await home.queue(home.clerk)).toEqual(['advance_return'])
    const again = await home.give('80.00')
    await expect(home.withdraw(again.refundId, home.finance)).rejects.toEqual(refused('not-allowed'))
    await home.withdraw(again.refundId)
    expect((await home.shown()).latest).toMatchObject({ state: 'waiting' })
    expect(await home.books.advance(home.householdId)).toBe(yuan('90.00'))
    expect(await home.audit()).toEqual([])
  })

  it('is enough by one person only when the whole is within the sum, though each part is', async () => {
    const home = await aHome()
    await home.as(home.manager, (ctx) => setRefundLimit(ctx, yuan('60.00')))
    expect((await home.give('70.00')).state).toBe('checking')
    const [asked] = await home.refunds()
    await home.withdraw(asked?.id ?? fail())
    expect((await home.give('60.00')).state).toBe('agreed')
    expect(await home.books.advance(home.householdId)).toBe(yuan('30.00'))
    expect((await home.give('0.01')).state).toBe('checking')
    expect(await home.audit()).toEqual([])
  })

  it('takes what an earlier refund moved to the advance', async () => {
    const home = await aHome()
    const moved = await home.ask({ route: 'advance', parts: [home.part(0, '100.00')] })
    await home.decide(moved)
    const { freeFen, sources } = await home.look(home.clerk)
    expect(freeFen).toBe(yuan('190.00'))
    expect(sources).toMatchObject([{ mostFen: yuan('40.00') }, { mostFen: yuan('150.00') }])
    const { refundId } = await home.give('190.00')
    await home.decide(refundId)
    expect(await home.books.advance(home.householdId)).toBe(0)
    expect((await home.look(home.clerk)).sources).toEqual([])
    expect(await home.audit()).toEqual([])
  })

  it('is never more than nobody has asked for, nor than the payments make up', async () => {
    const home = await aHome()
    await expect(home.give('90.01')).rejects.toEqual(refused('advance-return-short'))
    await home.ask({ fromAdvanceFen: yuan('30.00') })
    await expect(home.give('60.01')).rejects.toEqual(refused('advance-return-short'))
    expect((await home.refunds()).length).toBe(1)
    expect((await home.give('60.00')).state).toBe('checking')
    expect(await home.audit()).toEqual([])
  })

  it('is not for who took the money in, in any of its parts, nor for one of the home', async () => {
    const home = await aHome()
    await home.as(home.finance, (ctx) => bookPayment(ctx, { ...home.inCash('5.00') }))
    const { refundId } = await home.give('95.00')
    await expect(home.decide(refundId)).rejects.toEqual(refused('own-receipt'))
    expect((await home.refunds()).every(({ state }) => state === 'asked')).toBe(true)
    await home.decide(refundId, { kind: 'approve' }, home.manager)
    expect(await home.audit()).toEqual([])
  })

  it('told twice by one intention, also at the same moment, is one deed', async () => {
    const home = await aHome()
    await home.as(home.manager, (ctx) => setRefundLimit(ctx, yuan('90.00')))
    const both = await Promise.all([
      home.give('30.00', home.clerk, 'one'),
      home.give('30.00', home.clerk, 'one'),
    ])
    expect(both[0]).toEqual(both[1])
    expect(both[0]?.state).toBe('agreed')
    expect(await home.books.advance(home.householdId)).toBe(yuan('60.00'))
    await expect(home.give('31.00', home.clerk, 'one')).rejects.toEqual(refused('idempotency-key-reused'))
    expect(await home.audit()).toEqual([])
  })

  it('asked for at the same moment by two goes back once', async () => {
    const home = await aHome()
    const both = await Promise.allSettled([home.give('90.00'), home.give('90.00', home.manager)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const { refundId } = (
      both.find(({ status }) => status === 'fulfilled') as PromiseFulfilledResult<
        Awaited<ReturnType<typeof home.give>>
      >
    ).value
    const decided = await Promise.allSettled([home.decide(refundId), home.decide(refundId)])
    expect(decided.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await home.books.advance(home.householdId)).toBe(0)
    expect(await home.audit()).toEqual([])
  })
})

function fail(): never {
  throw new Error('no refund')
}
