import { beforeEach, expect, it } from 'vitest'
import { householdBills } from '../billing/index.ts'
import { givenCommunity, yuan } from '../local/testing/given.ts'
import { givenPlans, inThree } from '../local/testing/given-plans.ts'
import { givenLoanPrimeRate, givenPrices } from '../local/testing/given-prices.ts'
import { wechatWorld } from '../local/testing/wechat-world.ts'
import { startPayment } from '../payments/start-payment.ts'
import { keepPlansOfHome } from './index.ts'

const { world, emulator, account, advance } = await wechatWorld()
await givenLoanPrimeRate(world, { '2019-08-20': 31_000 })
beforeEach(() => emulator.control.reset())
const days = 24 * 60 * 60

/** A home whose 1,000.00 元 has borne late fee for 20 days, under a plan that lets it go when it is kept. */
async function aPlan() {
  const given = await givenCommunity(world, undefined, account)
  await givenPrices(given).contract({ lateFee: { dailyPpm: 50 } })
  const plans = givenPlans(world, given)
  const { householdId, phone } = await given.household()
  const owner = { ...(await given.person({ householdId, phone })), phone }
  emulator.control.addPerson({ name: owner.openid, phone: '13800000000', openid: owner.openid })
  const due = await given.inside(({ today }) => Promise.resolve(today))
  const first = await given.charge(householdId, { owes: '1000.00', due })
  const policyId = await plans.policy({ lateFee: 'waived_when_kept' })
  await advance(20 * days)
  const planId = await plans.apply(householdId, policyId, [first], inThree)
  await plans.sign(owner, householdId, planId)
  const bills = () => given.inside((ctx) => householdBills(ctx, householdId))
  const lateFee = async () =>
    (await bills()).years.flatMap(({ charges }) => charges).find(({ origin }) => origin === 'late_fee')
  let intentions = 0
  const start = (choice: Parameters<typeof startPayment>[2]['choice']) =>
    startPayment(world, owner, {
      communityId: given.community,
      householdId,
      choice,
      intentKey: `waived-${++intentions}`,
    })
  async function pay(choice: Parameters<typeof start>[0]) {
    const { attempt, payParams } = await start(choice)
    const prepayId = payParams.package.replace('prepay_id=', '')
    emulator.control.pay({ prepay_id: prepayId, openid: owner.openid, outcome: 'ok' })
    await advance(1)
    await given.inside((ctx) => keepPlansOfHome(ctx, householdId))
    return attempt
  }
  return { ...given, ...plans, householdId, first, planId, bills, lateFee, start, pay }
}

it('while its plan is kept, the late fee is shown as what goes with the last instalment, and no sum counts it', async () => {
  const home = await aPlan()
  expect(await home.lateFee()).toMatchObject({
    openFen: 20 * 5,
    hold: { matter: 'plan', granted: true, waives: true },
  })
  expect(await home.bills()).toMatchObject({
    openFen: yuan('1000.00'),
    years: [{ openFen: yuan('1000.00') }],
  })
})

it('who pays all that is due pays the debt, and the late fee is let go', async () => {
  const home = await aPlan()
  expect((await home.pay({ kind: 'all-due' })).amountFen).toBe(yuan('1000.00'))
  expect((await home.plan(home.householdId, home.planId)).state).toBe('kept')
  expect(await home.bills()).toMatchObject({ openFen: 0, advanceFen: 0 })
  expect(await home.books.balances()).toMatchObject({ late_fee_income: -20 * 5, relief: 20 * 5 })
  expect(await home.audit()).toEqual([])
})

it('money beyond the debt is the home’s own, and no late fee’s', async () => {
  const home = await aPlan()
  await home.pay({ kind: 'amount', amountFen: yuan('1000.03') })
  expect((await home.plan(home.householdId, home.planId)).state).toBe('kept')
  expect(await home.bills()).toMatchObject({ openFen: 0, advanceFen: 3 })
  expect(await home.audit()).toEqual([])
})

it('nobody is let pay it by its own name', async () => {
  const home = await aPlan()
  const lateFee = await home.lateFee()
  const start = home.start({ kind: 'charges', chargeIds: [lateFee?.id ?? home.first] })
  await expect(start).rejects.toMatchObject({ code: 'charge-waived-when-kept' })
})

it('once the plan is broken it is owed again', async () => {
  const home = await aPlan()
  await advance(60 * days)
  await home.dayEnds()
  await advance(days)
  expect((await home.plan(home.householdId, home.planId)).state).toBe('broken')
  expect((await home.lateFee())?.hold).toBeNull()
  expect((await home.bills()).openFen).toBe(yuan('1000.00') + 20 * 5)
})
