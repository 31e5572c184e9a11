import { fen } from '@anjiao/shared/money'
import { describe, expect, it } from 'vitest'
import { yuan } from '../local/testing/given.ts'
import { givenLoanPrimeRate } from '../local/testing/given-prices.ts'
import { givenRelief } from '../local/testing/given-relief.ts'
import { testWorld } from '../local/testing/world.ts'
import { reliefRoutes } from './routes.ts'

const tested = await testWorld()
const { world, clock } = tested
await givenLoanPrimeRate(world, { '2019-08-20': 31_000 })

/** A community with a standard, and a way for another home to ask under it. */
async function aCommunity(over: Parameters<Awaited<ReturnType<typeof givenRelief>>['publish']>[0] = {}) {
  const given = await givenRelief(tested)
  const standardId = await given.publish({ secondAboveFen: yuan('10000.00'), ...over })
  const anotherAsks = async () => {
    const { charges: chargeIds, owner: caller, householdId } = await given.aDebtor()
    return (await given.apply(standardId, { chargeIds, caller, householdId })).id
  }
  const list = (query: { state?: 'granted'; before?: Awaited<ReturnType<typeof anotherAsks>> } = {}) =>
    reliefRoutes['GET /v1/staff/communities/:communityId/relief']({
      world,
      caller: given.manager,
      idempotencyKey: 'a-key-of-a-test',
      askedFrom: '',
      params: { communityId: given.community },
      query,
    })
  return { ...given, standardId, anotherAsks, list }
}

describe('the overview', () => {
  it('says what was asked, given and refused by kind, and what is used of each budget', async () => {
    const given = await aCommunity()
    const ids = [await given.anotherAsks(), await given.anotherAsks(), await given.anotherAsks()]
    const [granted, refused] = ids as [(typeof ids)[0], (typeof ids)[0]]
    await given.grant(granted)
    await given.refuse(refused)
    expect(await given.overview()).toMatchObject({
      budgets: [{ id: given.budgetId, usedFen: yuan('1000.00'), amountFen: yuan('100000.00') }],
      byKind: [
        {
          kind: 'low_income',
          asked: 3,
          granted: 1,
          refused: 1,
          reliefFen: yuan('1000.00'),
          percentMin: 50,
          percentMax: 50,
        },
      ],
      unequal: [],
    })
  })

  it('names decisions that gave less than others under the same version got', async () => {
    const given = await aCommunity()
    const [full, less] = [await given.anotherAsks(), await given.anotherAsks()]
    await given.grant(less, given.manager, { percent: 30 })
    expect((await given.overview()).unequal).toEqual([])
    await given.grant(full)
    const { unequal, byKind } = await given.overview()
    expect(unequal).toMatchObject([
      { applicationId: less, standard: '低保家庭减半', what: '减免 30%，少于标准' },
    ])
    expect(byKind).toMatchObject([{ percentMin: 30, percentMax: 50 }])
    await given.reverse(less)
    expect((await given.overview()).unequal).toEqual([])
  })

  it('does not hold against a sum that one home owed less than another', async () => {
    const given = await aCommunity({ measure: 'sum', sumMaxFen: yuan('1500.00') })
    const [one, other, third] = [
      await given.anotherAsks(),
      await given.anotherAsks(),
      await given.anotherAsks(),
    ]
    const { application } = await given.caseOf(other)
    for (const { id, origin } of application.charges)
      if (origin !== 'late_fee') await given.settle(id, '700.00')
    await given.grant(one)
    await given.grant(other)
    expect((await given.overview()).unequal).toEqual([])
    await given.grant(third, given.manager, { amountFen: yuan('200.00') })
    expect((await given.overview()).unequal).toMatchObject([
      { applicationId: third, what: '减免 200.00 元，少于标准' },
    ])
  })

  it.each(['front_desk', 'collector'] as const)('is not for %s', async (role) => {
    const given = await aCommunity()
    await expect(given.overview(await given.staff(role))).rejects.toMatchObject({ code: 'not-allowed' })
  })
})

describe('a case', () => {
  it('shows what the standard gives, the budget, and how like cases were decided, newest first', async () => {
    const given = await aCommunity({ waivesLateFee: true })
    const [first, second, third] = [
      await given.anotherAsks(),
      await given.anotherAsks(),
      await given.anotherAsks(),
    ]
    await given.grant(first)
    clock.advance({ days: 1 })
    await given.refuse(second)
    expect(await given.caseOf(third, given.desk)).toMatchObject({
      ownerMasked: '王**',
      proposed: { percent: 50, principalFen: yuan('1000.00'), lateFeeFen: 2 * 38 * 5 },
      needsSecond: false,
      mayDecide: false,
      budget: { id: given.budgetId, usedFen: yuan('1000.00') + 2 * 38 * 5 },
      sameKind: [
        { decidedOn: '2026-03-11', state: 'refused', grant: null },
        { decidedOn: '2026-03-10', state: 'granted', grant: { percent: 50 } },
      ],
    })
    expect((await given.caseOf(third)).mayDecide).toBe(true)
  })

  it('is not for collectors', async () => {
    const given = await aCommunity()
    const id = await given.anotherAsks()
    await expect(given.caseOf(id, await given.staff('collector'))).rejects.toMatchObject({
      code: 'not-allowed',
    })
  })
})

describe('the list', () => {
  it('is newest first, a page at a time, and may be of one state', async () => {
    const given = await aCommunity({ secondAboveFen: fen(1_000_000) })
    const ids = []
    for (let home = 0; home < 31; home++) ids.push(await given.anotherAsks())
    const first = await given.list()
    expect(first.more).toBe(true)
    const last = first.applications.at(-1)
    const rest = last && (await given.list({ before: last.id }))
    expect(rest?.more).toBe(false)
    expect([...first.applications, ...(rest?.applications ?? [])].map(({ id }) => id)).toEqual(
      ids.toReversed(),
    )
    expect(first.applications[0]).toMatchObject({
      kind: 'low_income',
      state: 'applied',
      ownerMasked: '王**',
      amountFen: yuan('2000.00') + 2 * 38 * 5,
      replyBy: '2026-03-17',
    })
    expect((await given.list({ state: 'granted' })).applications).toEqual([])
  })
})
