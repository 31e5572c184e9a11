import { expect, it } from 'vitest'
import { yuan } from '../local/testing/given.ts'
import { givenRelief } from '../local/testing/given-relief.ts'
import { testWorld } from '../local/testing/world.ts'

const tested = await testWorld()

const refused = (outcomes: PromiseSettledResult<unknown>[]) =>
  outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason.code] : []))

it('sixteen grants on one budget at once never spend more than there is, and spend what there is', async () => {
  const given = await givenRelief(tested, { amountFen: yuan('5500.00') })
  const standardId = await given.publish()
  const ids = []
  for (let home = 0; home < 16; home++) {
    const { charges: chargeIds, owner: caller, householdId } = await given.aDebtor()
    ids.push((await given.apply(standardId, { chargeIds, caller, householdId })).id)
  }
  const all = await Promise.allSettled(ids.map((id) => given.grant(id)))
  expect(refused(all)).toEqual(Array(11).fill('relief-over-budget'))
  const [budget] = await given.budgets()
  expect(budget?.usedFen).toBe(yuan('5000.00'))
  expect(await given.audit()).toEqual([])
})

it('what is taken back while others wait for the budget is theirs to have', async () => {
  const given = await givenRelief(tested, { amountFen: yuan('1000.00') })
  const standardId = await given.publish()
  const { id } = await given.apply(standardId)
  await given.grant(id)
  const next = await given.aDebtor()
  const { id: waiting } = await given.apply(standardId, {
    chargeIds: next.charges,
    caller: next.owner,
    householdId: next.householdId,
  })
  await expect(given.grant(waiting)).rejects.toThrow('0.00')
  await given.reverse(id)
  await given.grant(waiting)
  expect(await given.audit()).toEqual([])
})

it('a payment and a grant at the same moment end as if one had come after the other', async () => {
  for (let round = 0; round < 6; round++) {
    const given = await givenRelief(tested)
    const { id } = await given.apply(await given.publish({ measure: 'sum', sumMaxFen: yuan('1000.00') }), {
      chargeIds: [given.first],
    })
    await Promise.allSettled([given.grant(id), given.settle(given.first, '400.00')])
    const [open] = await given.books.open(given.householdId)
    const { grant } = await given.read(id)
    // Either the payment came first and the rest was let go, or all was let go and nothing was left to pay.
    expect([open, grant?.principalFen]).toEqual([0, open === 0 ? grant?.principalFen : -1])
    expect([yuan('600.00'), yuan('1000.00')]).toContain(grant?.principalFen)
    expect(await given.audit()).toEqual([])
  }
})

it('an explicit sum and a payment at the same moment: the grant is refused, or the payment is', async () => {
  for (let round = 0; round < 4; round++) {
    const given = await givenRelief(tested)
    const { id } = await given.apply(await given.publish({ measure: 'sum', sumMaxFen: yuan('1000.00') }), {
      chargeIds: [given.first],
    })
    const [granting, paying] = await Promise.allSettled([
      given.grant(id, given.manager, { amountFen: yuan('800.00') }),
      given.settle(given.first, '400.00'),
    ])
    expect([granting.status, paying.status].sort()).toEqual(['fulfilled', 'rejected'])
    if (granting.status === 'rejected') expect(granting.reason).toMatchObject({ code: 'relief-exceeds-open' })
    expect(await given.audit()).toEqual([])
  }
})

it('two second decisions, or a reversal twice, count once', async () => {
  const given = await givenRelief(tested)
  const { id } = await given.apply(await given.publish({ secondAboveFen: yuan('1.00') }))
  await given.grant(id)
  const others = [given.finance, await given.staff('manager'), await given.staff('finance')]
  const seconds = await Promise.allSettled(others.map((caller) => given.second(id, caller)))
  expect(refused(seconds)).toEqual(['relief-moved-on', 'relief-moved-on'])
  const reversals = await Promise.allSettled([given.reverse(id), given.reverse(id)])
  expect(refused(reversals)).toEqual(['relief-moved-on'])
  expect(await given.audit()).toEqual([])
})

it('the job that runs twice at the same moment relieves a later bill once', async () => {
  const given = await givenRelief(tested)
  const { id } = await given.apply(await given.publish({ months: 12 }))
  await given.grantByTwo(id)
  await given.charge(given.householdId, { owes: '600.00', from: '2026-04-01' })
  await Promise.all([given.hourly(), given.hourly(), given.hourly()])
  expect((await given.books.open(given.householdId)).at(-1)).toBe(yuan('300.00'))
  expect(await given.audit()).toEqual([])
})
