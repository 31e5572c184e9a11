import { addDays, businessDate } from '@anjiao/shared/calendar'
import type { ChequeId } from '@anjiao/shared/ids'
import { zeroFen } from '@anjiao/shared/money'
import { beforeEach, expect, it } from 'vitest'
import { yuan } from '../local/testing/given.ts'
import { givenCounter } from '../local/testing/given-counter.ts'
import { testWorld } from '../local/testing/world.ts'
import type { Caller } from '../platform/http/routes.ts'
import { refundsRoutes } from '../refunds/routes.ts'
import { counterRoutes } from './routes.ts'

const { world, clock } = await testWorld()
const today = businessDate('2026-11-23')

beforeEach(() => clock.set('2026-11-23T10:00:00+08:00'))

/** A home that owes 300.00 元, and a cheque for it. */
async function aCheque() {
  const given = await givenCounter(world)
  const { householdId } = await given.household()
  const chargeId = await given.charge(householdId, { owes: '300.00' })
  const params = { communityId: given.communityId, householdId }
  const receive = (number = '30109810-12345678') =>
    counterRoutes['POST /v1/staff/communities/:communityId/households/:householdId/cheques']({
      ...given.asked(),
      caller: given.clerk,
      params,
      body: { choice: { kind: 'all-due' }, seenFen: yuan('300.00'), payerName: '阳光商贸', number },
    })
  const clear = (chequeId: ChequeId, clearedOn = today, caller = given.finance) =>
    counterRoutes['POST /v1/staff/communities/:communityId/cheques/:chequeId/clear']({
      ...given.asked(),
      caller,
      params: { communityId: given.communityId, chequeId },
      body: { bankId: given.bank, clearedOn },
    })
  const bounce = (chequeId: ChequeId) =>
    counterRoutes['POST /v1/staff/communities/:communityId/cheques/:chequeId/bounce']({
      ...given.asked(),
      caller: given.finance,
      params: { communityId: given.communityId, chequeId },
      body: { reason: '存款不足' },
    })
  const bill = () =>
    counterRoutes['GET /v1/staff/communities/:communityId/households/:householdId/counter-bill']({
      ...given.asked(),
      caller: given.clerk,
      params,
      query: {},
    })
  return { ...given, householdId, chargeId, cheque: await receive(), receive, clear, bounce, bill }
}

it('a cheque is no money until it clears: its charges stay open, and the home’s bill shows that it waits', async () => {
  const given = await aCheque()
  expect(given.cheque).toMatchObject({ state: 'waiting', amountFen: 30_000, receivedBy: '员工' })
  expect(await given.books.open(given.householdId)).toEqual([30_000])
  expect((await given.bill()).cheques).toMatchObject([{ id: given.cheque.id }])
  await expect(given.receive()).rejects.toMatchObject({ code: 'voucher-used' })
  expect(await given.audited()).toEqual([])
})

it('a cheque that clears is booked to the bank on the day on which it came', async () => {
  const given = await aCheque()
  clock.set('2026-11-26T10:00:00+08:00')
  await expect(given.clear(given.cheque.id, today, given.clerk)).rejects.toMatchObject({
    code: 'not-allowed',
  })
  expect(await given.clear(given.cheque.id, addDays(today, 2))).toMatchObject({
    method: 'cheque',
    paidOn: '2026-11-25',
    voucherNumber: '30109810-12345678',
  })
  expect(await given.books.open(given.householdId)).toEqual([0])
  expect(await given.books.balances()).toMatchObject({ bank: 30_000 })
  await expect(given.bounce(given.cheque.id)).rejects.toMatchObject({ code: 'cheque-settled' })
  expect(await given.audited()).toEqual([])
})

it('a cheque that bounces leaves all as it was, with its reason, and may come again', async () => {
  const given = await aCheque()
  expect(await given.bounce(given.cheque.id)).toMatchObject({ state: 'bounced', reason: '存款不足' })
  expect(await given.books.open(given.householdId)).toEqual([30_000])
  expect((await given.bill()).cheques).toEqual([])
  await expect(given.clear(given.cheque.id)).rejects.toMatchObject({ code: 'cheque-settled' })
  await given.clear((await given.receive()).id)
  expect(await given.books.open(given.householdId)).toEqual([0])
  expect(await given.audited()).toEqual([])
})

it('of clearing and bouncing at once, one counts', async () => {
  for (let round = 0; round < 5; round++) {
    const given = await aCheque()
    const outcomes = await Promise.allSettled([
      given.clear(given.cheque.id),
      given.bounce(given.cheque.id),
      given.clear(given.cheque.id),
    ])
    expect(
      outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason.code] : [])),
    ).toEqual(['cheque-settled', 'cheque-settled'])
    expect(await given.audited()).toEqual([])
  }
})

it('a receipt for a cheque is taken back neither by who received it nor by who cleared it', async () => {
  const given = await aCheque()
  const { id } = await given.clear(given.cheque.id)
  for (const caller of [given.clerk, given.finance])
    await expect(given.reverse(id, caller)).rejects.toMatchObject({ code: 'own-receipt' })
  await given.reverse(id, given.other)
  expect(await given.books.open(given.householdId)).toEqual([30_000])
  expect(await given.audited()).toEqual([])
})

it('who received a cheque neither asks that it goes back nor pays it out, though another one cleared it', async () => {
  const given = await aCheque()
  const { id: paymentId } = await given.clear(given.cheque.id)
  const ask = (caller: Caller) =>
    refundsRoutes['POST /v1/staff/communities/:communityId/payments/:paymentId/refunds']({
      ...given.asked(),
      caller,
      params: { communityId: given.communityId, paymentId },
      body: {
        route: 'transfer',
        parts: [{ chargeId: given.chargeId, amountFen: yuan('10.00') }],
        fromAdvanceFen: zeroFen,
        reason: '多缴了',
      },
    })
  for (const taker of [given.clerk, given.finance])
    await expect(ask(taker)).rejects.toMatchObject({ code: 'own-receipt' })
  expect(await ask(given.other)).toMatchObject({ state: 'asked' })
})
