import type { NewReliefStandard } from '@anjiao/shared/contract/relief-standards'
import { fen } from '@anjiao/shared/money'
import { describe, expect, it } from 'vitest'
import { yuan } from '../../local/testing/given.ts'
import { aPolicy } from '../../local/testing/given-plans.ts'
import { aBudget, givenRelief } from '../../local/testing/given-relief.ts'
import { testWorld } from '../../local/testing/world.ts'
import { publishPolicy } from '../../plans/index.ts'
import { addBudget } from '../budgets/add-budget.ts'
import { endStandard } from './end-standard.ts'
import { reliefStandards } from './standard-rows.ts'

const tested = await testWorld()

type Given = Awaited<ReturnType<typeof givenRelief>>

const commission = (given: Given) =>
  given.inside(
    ({ tx, community }) =>
      tx.run`update service_contract set fee_model = 'commission' where community_id = ${community}`,
  )
const equalPrice = (given: Given) =>
  given.inside(({ tx, community }) => tx.run`update community set equal_price = true where id = ${community}`)

describe('a standard', () => {
  it('takes the place of the one of the same kind and name; both can be read, the new one first', async () => {
    const given = await givenRelief(tested)
    const first = await given.publish()
    const second = await given.publish({ percent: 30 })
    const other = await given.publish({ name: '低收入家庭减三成' })
    const listed = await given.inside(reliefStandards)
    expect(listed.map(({ id, endedAt }) => [id, endedAt !== null])).toEqual([
      [other, false],
      [second, false],
      [first, true],
    ])
    const { standards } = await given.options()
    expect(standards.map(({ id }) => id)).toEqual([second, other])
  })

  it('is published once though two publish it at the same moment', async () => {
    const given = await givenRelief(tested)
    await Promise.all([given.publish(), given.publish(), given.publish()])
    const listed = await given.inside(reliefStandards)
    expect(listed.map(({ endedAt }) => endedAt !== null)).toEqual([false, true, true])
  })

  it('is ended once, and nobody applies under it any more', async () => {
    const given = await givenRelief(tested)
    const id = await given.publish()
    const ended = await given.inside((ctx) => endStandard(ctx, id))
    expect(ended.endedAt).not.toBeNull()
    expect(await given.inside((ctx) => endStandard(ctx, id))).toEqual(ended)
    await expect(given.apply(id)).rejects.toMatchObject({ code: 'relief-standard-ended' })
  })

  it.each<[string, Partial<NewReliefStandard>]>([
    ['a percentage without a percentage', { percent: null }],
    ['a sum without a sum', { measure: 'sum' }],
    ['a waiver of late fees that waives none', { measure: 'late_fee' }],
    ['time without days', { measure: 'deferral' }],
    ['a percentage that gives days', { deferralDays: 30 }],
    ['late fees up to a sum', { measure: 'late_fee', waivesLateFee: true, sumMaxFen: fen(1) }],
    ['a sum that lasts for months', { measure: 'sum', sumMaxFen: fen(1), months: 6 }],
  ])('is whole: not %s', async (_, over) => {
    const given = await givenRelief(tested)
    await expect(given.publish(over)).rejects.toMatchObject({ code: 'relief-standard-not-whole' })
  })

  it('that takes something off principal names its budget, one of this community', async () => {
    const [given, other] = [await givenRelief(tested), await givenRelief(tested)]
    await expect(given.publish({ budgetId: null })).rejects.toMatchObject({
      code: 'relief-standard-needs-budget',
    })
    await expect(given.publish({ budgetId: other.budgetId })).rejects.toMatchObject({ code: 'not-found' })
    await given.publish({ measure: 'late_fee', waivesLateFee: true, budgetId: null })
  })

  it('is for fee items of this community', async () => {
    const given = await givenRelief(tested)
    await given.publish({ feeItems: ['物业服务费'] })
    await expect(given.publish({ feeItems: ['物业服务费', '车位费'] })).rejects.toThrow('车位费')
  })

  it('gives nothing for vacancy but by a local rule', async () => {
    const given = await givenRelief(tested)
    const vacant = { kind: 'vacancy', name: '空置' } as const
    await expect(given.publish(vacant)).rejects.toMatchObject({ code: 'relief-vacancy-needs-basis' })
    await expect(given.publish({ ...vacant, legalBasis: ' ' })).rejects.toMatchObject({
      code: 'relief-vacancy-needs-basis',
    })
    await given.publish({ ...vacant, legalBasis: '滨州市物业管理条例第三十八条' })
  })

  it('gives a plan on easier terms only where a policy says the rest of it', async () => {
    const given = await givenRelief(tested)
    const easier = { measure: 'plan', instalmentsMax: 24 } as const
    await expect(given.publish(easier)).rejects.toMatchObject({ code: 'plans-not-offered' })
    await given.inside((ctx) => publishPolicy(ctx, aPolicy()))
    expect(await given.publish(easier)).toBeGreaterThan(0)
  })
})

describe('where principal belongs to the owners, or has one price for all', () => {
  it.each([
    ['酬金制', commission],
    ['统一收费', equalPrice],
  ])('a standard of %s takes something off principal only by their resolution', async (_, be) => {
    const given = await givenRelief(tested)
    await be(given)
    for (const over of [{}, { measure: 'sum', sumMaxFen: yuan('500') }] as const) {
      await expect(given.publish(over)).rejects.toMatchObject({ code: 'relief-standard-needs-resolution' })
      await given.publish({ ...over, resolution: '2026年第一次业主大会决议第三项' })
    }
    await given.publish({ measure: 'late_fee', waivesLateFee: true })
    await given.publish({ measure: 'deferral', deferralDays: 90 })
  })

  it('the database itself holds to it', async () => {
    const given = await givenRelief(tested)
    await commission(given)
    const insert = given.inside(
      ({ tx, community, now }) => tx.run`
        insert into relief_standard (community_id, kind, name, evidence, ways, measure, percent, waives_late_fee, fee_items,
          months, budget_id, second_above_fen, resolution, legal_basis, reply_days, appeal_days, photo_days, published_as,
          published_at, published_by)
        values (${community}, 'other', 'x', 'x', '{desk}', 'percent', 50, false, '{}', 0, ${given.budgetId}, 0, '', '', 7, 15, 30,
          'x', ${now}, 'test')`,
    )
    await expect(insert).rejects.toMatchObject({ constraint: 'relief_standard_needs_resolution' })
  })

  it('what was published before grants no principal any more', async () => {
    const given = await givenRelief(tested)
    const { id } = await given.apply(await given.publish())
    await commission(given)
    await expect(given.grant(id)).rejects.toMatchObject({ code: 'relief-standard-needs-resolution' })
    await given.refuse(id)
  })
})

describe('a budget', () => {
  it('of common income rests on a resolution of the owners', async () => {
    const given = await givenRelief(tested)
    const add = (over: Parameters<typeof aBudget>[0]) => given.inside((ctx) => addBudget(ctx, aBudget(over)))
    await expect(add({ source: 'common_income' })).rejects.toMatchObject({
      code: 'relief-budget-needs-resolution',
    })
    await add({ source: 'common_income', resolution: '2026年第一次业主大会决议第四项' })
    expect((await given.budgets()).map(({ source, usedFen }) => [source, usedFen])).toEqual([
      ['common_income', 0],
      ['company', 0],
    ])
  })

  it('ends no earlier than it begins', async () => {
    const given = await givenRelief(tested)
    const backwards = aBudget()
    const { fromDate, toDate } = backwards
    await expect(
      given.inside((ctx) => addBudget(ctx, { ...backwards, fromDate: toDate, toDate: fromDate })),
    ).rejects.toMatchObject({ code: 'relief-budget-days' })
  })
})

it('a standard and a budget are read by their community alone', async () => {
  const [given, other] = [await givenRelief(tested), await givenRelief(tested)]
  const id = await given.publish()
  expect(await other.inside(reliefStandards)).toEqual([])
  await expect(other.inside((ctx) => endStandard(ctx, id))).rejects.toMatchObject({ code: 'not-found' })
  await expect(other.apply(id)).rejects.toMatchObject({ code: 'not-found' })
})
