import { fen } from '@anjiao/shared/money'
import { beforeEach, describe, expect, it } from 'vitest'
import { testMchid, yuan } from '../local/testing/given.ts'
import { givenCounter } from '../local/testing/given-counter.ts'
import { testWorld } from '../local/testing/world.ts'
import { advanceAccount } from './advance-account.ts'
import { bookPayment } from './book-payment.ts'
import { chooseAmount } from './choose-amount.ts'
import { paymentsRoutes } from './routes.ts'

const { world, clock } = await testWorld()

beforeEach(() => clock.set('2026-11-23T10:00:00+08:00'))

/** A home that is charged 100.00 元 a month and owes October's. */
async function aHome(limit: { monthsMost?: number | null; mostFen?: number | null } | null = {}) {
  const given = await givenCounter(world)
  const { householdId } = await given.household()
  await given.charge(householdId, { owes: '100.00', from: '2026-10-01' })
  await given.open()
  const publish = (caller = given.manager, { monthsMost = 2, mostFen = null } = limit ?? {}) =>
    paymentsRoutes['POST /v1/staff/communities/:communityId/advance-policies']({
      ...given.asked(),
      caller,
      params: { communityId: given.communityId },
      body: {
        monthsMost,
        mostFen: mostFen === null ? null : fen(mostFen),
        publishedAs: '市物业条例第20条',
      },
    })
  if (limit) await publish()
  return {
    ...given,
    householdId,
    publish,
    versions: (caller = given.clerk) =>
      paymentsRoutes['GET /v1/staff/communities/:communityId/advance-policies']({
        ...given.asked(),
        caller,
        params: { communityId: given.communityId },
      }),
    pays: (amount: string) =>
      given.take(householdId, amount, { choice: { kind: 'amount', amountFen: yuan(amount) } }),
  }
}

describe('the limit of what is paid ahead', () => {
  it('lets a home pay what is due and ahead up to it, and not a fen more: the answer says how much', async () => {
    const given = await aHome()
    await expect(given.pays('300.01')).rejects.toMatchObject({
      code: 'advance-over-limit',
      facts: { yuan: '300.00', source: '市物业条例第20条' },
    })
    await given.pays('300.00')
    expect(await given.books.advance(given.householdId)).toBe(20_000)
    await expect(given.pays('0.01')).rejects.toMatchObject({ code: 'advance-full' })
    expect(await given.audited()).toEqual([])
  })

  it('counts for the phone as for the counter: nothing is ordered from WeChat above it', async () => {
    const given = await aHome()
    await expect(
      given.inside((ctx) =>
        chooseAmount(ctx, given.householdId, { kind: 'amount', amountFen: yuan('300.01') }, ctx.today),
      ),
    ).rejects.toMatchObject({ code: 'advance-over-limit' })
  })

  it('lets everybody pay what is due, however much is paid ahead already', async () => {
    const given = await aHome({ monthsMost: null, mostFen: 0 })
    await given.pays('100.00')
    await expect(given.pays('1.00')).rejects.toMatchObject({ code: 'advance-full' })
  })

  it('refuses no money that has come: two who pay at once are both booked', async () => {
    const given = await aHome()
    const arrives = (externalId: string) =>
      given.inside((ctx) =>
        bookPayment(ctx, {
          method: 'wechat',
          externalId,
          householdId: given.householdId,
          amountFen: yuan('300.00'),
          paidAt: ctx.now,
          into: { account: 'wechat', place: testMchid },
          picked: [],
          lateFeeAgreed: false,
        }),
      )
    await Promise.all([arrives('4200-1'), arrives('4200-2')])
    expect(await given.books.advance(given.householdId)).toBe(50_000)
    expect(await given.audited()).toEqual([])
  })

  it('is published by the manager, by version; the newest counts', async () => {
    const given = await aHome()
    await expect(given.publish(given.finance)).rejects.toMatchObject({ code: 'not-allowed' })
    await given.publish(given.manager, { monthsMost: null, mostFen: null })
    await given.pays('10000.00')
    expect(await given.versions()).toMatchObject([
      { monthsMost: null, mostFen: null },
      { monthsMost: 2, mostFen: null, publishedAs: '市物业条例第20条' },
    ])
  })

  it('is told to the home with what it comes to; nothing where there is none', async () => {
    const given = await aHome({ monthsMost: 2, mostFen: 15_000 })
    expect(await given.inside((ctx) => advanceAccount(ctx, given.householdId))).toMatchObject({
      limit: { monthsMost: 2, mostFen: 15_000, homeMostFen: 15_000, publishedAs: '市物业条例第20条' },
    })
    const other = await aHome(null)
    expect(await other.inside((ctx) => advanceAccount(ctx, other.householdId))).toMatchObject({ limit: null })
  })
})
