import { fen } from '@anjiao/shared/money'
import { beforeEach, expect, it } from 'vitest'
import { givenCommunity } from '../local/testing/given.ts'
import { noDeadline } from '../local/testing/given-billing.ts'
import { givenPlans, inThree } from '../local/testing/given-plans.ts'
import { wechatWorld } from '../local/testing/wechat-world.ts'
import { keepPlansAfterPayment } from './index.ts'
import { keepPlans } from './keep-plans.ts'
import { payInstalments } from './pay-instalments.ts'

const { world, emulator, account, advance } = await wechatWorld()
beforeEach(() => emulator.control.reset())

/** A home with a plan of three times 300 元 that two of the family can pay. */
async function aPlan() {
  const given = await givenCommunity(world, undefined, account)
  const plans = givenPlans(world, given)
  const { householdId, phone } = await given.household()
  const owner = { ...(await given.person({ householdId, phone })), phone }
  const daughter = await given.person({ householdId, relation: 'family' })
  for (const { openid } of [owner, daughter]) {
    emulator.control.addPerson({ name: openid, phone: '13800000000', openid })
  }
  const chargeId = await given.charge(householdId, { owes: '900.00', due: '2026-06-30' })
  const policyId = await plans.policy()
  const planId = await plans.apply(householdId, policyId, [chargeId], inThree)
  await plans.sign(owner, householdId, planId)
  const start = (caller: typeof daughter, upTo: number, intentKey: string) =>
    payInstalments(world, caller, { communityId: given.community, householdId, planId, upTo, intentKey })
  /** Pays at WeChat, lets the notice come, and does the job that follows. */
  async function pay(caller: typeof daughter, upTo: number, intentKey: string) {
    const { attempt, payParams } = await start(caller, upTo, intentKey)
    const prepayId = payParams.package.replace('prepay_id=', '')
    emulator.control.pay({ prepay_id: prepayId, openid: caller.openid, outcome: 'ok' })
    return attempt
  }
  async function noticesCome() {
    await advance(1)
    const paid = await given.inside(
      ({ tx, community }) => tx.rows<{ id: Parameters<typeof keepPlansAfterPayment>[1] }>`
        select id from payment where community_id = ${community} order by id`,
    )
    for (const { id } of paid) await given.inside((ctx) => keepPlansAfterPayment(ctx, id))
  }
  return { ...given, ...plans, householdId, owner, daughter, chargeId, planId, start, pay, noticesCome }
}

it('the next instalment, several or all of them are paid through WeChat, and go to the charges of the plan alone', async () => {
  const it = await aPlan()
  const other = await it.charge(it.householdId, { owes: '50.00', due: '2026-05-31' })
  expect((await it.pay(it.owner, 1, 'intent-0001')).amountFen).toBe(30_000)
  await it.noticesCome()
  expect(await it.plan(it.householdId, it.planId)).toMatchObject({
    state: 'active',
    paidFen: 30_000,
    instalments: [{ state: 'paid' }, { state: 'upcoming' }, { state: 'upcoming' }],
  })
  await expect(it.start(it.owner, 1, 'intent-0002')).rejects.toMatchObject({
    code: 'instalment-already-paid',
  })
  expect((await it.pay(it.owner, 3, 'intent-0003')).amountFen).toBe(60_000)
  await it.noticesCome()
  expect((await it.plan(it.householdId, it.planId)).state).toBe('kept')
  expect((await it.books.open(it.householdId)).filter((open) => open > 0)).toEqual([5_000])
  expect(other).toBeGreaterThan(0)
  expect(await it.audit()).toEqual([])
})

it('an instalment that two pay at once is paid, and the next one with it; nothing is lost', async () => {
  const it = await aPlan()
  await Promise.all([it.pay(it.owner, 1, 'intent-0011'), it.pay(it.daughter, 1, 'intent-0012')])
  await it.noticesCome()
  expect(await it.plan(it.householdId, it.planId)).toMatchObject({
    paidFen: 60_000,
    instalments: [{ state: 'paid' }, { state: 'paid' }, { state: 'upcoming' }],
  })
  expect(await it.audit()).toEqual([])
})

it('of a plan that two pay off at once the excess becomes the home’s advance', async () => {
  const it = await aPlan()
  await Promise.all([it.pay(it.owner, 3, 'intent-0021'), it.pay(it.daughter, 3, 'intent-0022')])
  await it.noticesCome()
  expect((await it.plan(it.householdId, it.planId)).state).toBe('kept')
  expect(await it.books.advance(it.householdId)).toBe(90_000)
  expect(await it.audit()).toEqual([])
})

it('payments, the day’s end and pages at the same time end in one state, with the books in balance', async () => {
  const it = await aPlan()
  await advance(22 * 86_400)
  const payments = Array.from({ length: 6 }, (_, at) =>
    it.pays(it.householdId, it.chargeId, at % 2 ? '100.00' : '200.00'),
  )
  const jobs = Array.from({ length: 6 }, () => keepPlans(world, noDeadline))
  const told = await Promise.allSettled([...payments, ...jobs])
  expect(
    told.filter(({ status }) => status === 'rejected').map((each) => 'reason' in each && each.reason),
  ).toEqual([])
  const plan = await it.plan(it.householdId, it.planId)
  expect(plan.openFen).toBe(fen(0))
  expect(plan.happenings.map(({ event }) => event)).toEqual(expect.arrayContaining(['break', 'cure', 'keep']))
  expect(await it.audit()).toEqual([])
})
