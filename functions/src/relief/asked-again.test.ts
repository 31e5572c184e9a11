import { describe, expect, it } from 'vitest'
import { yuan } from '../local/testing/given.ts'
import { givenLoanPrimeRate } from '../local/testing/given-prices.ts'
import { givenRelief } from '../local/testing/given-relief.ts'
import { testWorld } from '../local/testing/world.ts'
import { aLastingRelief } from './testing/a-lasting-relief.ts'

const tested = await testWorld()
const { world, clock } = tested
await givenLoanPrimeRate(world, { '2019-08-20': 31_000 })
const one = { secondAboveFen: yuan('100000.00') }

/** Half is granted for the first of two charges of 1,000.00 元. */
async function halfOfTheFirst() {
  const given = await givenRelief(tested)
  const half = await given.publish(one)
  const { id } = await given.apply(half, { chargeIds: [given.first] })
  await given.grant(id)
  return { ...given, half, id, other: given.charges.slice(1) }
}

describe('a charge that was reduced', () => {
  it('is not reduced again: half is half, however often and under whatever standard it is asked for', async () => {
    const given = await halfOfTheFirst()
    const sum = await given.publish({ measure: 'sum', name: '一笔', sumMaxFen: yuan('300.00'), ...one })
    for (const standardId of [given.half, sum]) {
      for (const chargeIds of [[given.first], given.charges]) {
        await expect(given.apply(standardId, { chargeIds })).rejects.toMatchObject({
          code: 'relief-already-granted',
        })
      }
    }
    await given.apply(given.half, { chargeIds: given.other })
    expect((await given.books.open(given.householdId))[0]).toBe(yuan('500.00'))
  })

  it('is said to be so among what one may ask for, with what else there is', async () => {
    const given = await halfOfTheFirst()
    const { charges } = await given.options()
    expect(charges.map(({ charge, why, whyNoPrincipal }) => [charge.id, why, whyNoPrincipal])).toEqual([
      [given.first, null, expect.stringContaining('免收违约金、延期、分期')],
      [given.other[0], null, null],
    ])
  })

  it('may still be asked for where its late fee is waived or time is given', async () => {
    const given = await halfOfTheFirst()
    const waiver = await given.publish({ measure: 'late_fee', name: '违约金', waivesLateFee: true })
    const time = await given.publish({ measure: 'deferral', name: '缓', deferralDays: 30 })
    for (const standardId of [waiver, time]) {
      const { id } = await given.apply(standardId, { chargeIds: [given.first] })
      expect((await given.grant(id)).application).toMatchObject({
        state: 'granted',
        grant: { principalFen: 0 },
      })
    }
    expect(await given.audit()).toEqual([])
  })

  it('may be asked for again once that was taken back', async () => {
    const given = await halfOfTheFirst()
    await given.reverse(given.id)
    const { id } = await given.apply(given.half, { chargeIds: [given.first] })
    await given.grant(id)
    expect((await given.books.open(given.householdId))[0]).toBe(yuan('500.00'))
    expect(await given.audit()).toEqual([])
  })

  it('while another application for it waited is not reduced by that one as well', async () => {
    const given = await aLastingRelief(tested)
    const bill = await given.bill('2026-04-01')
    const { id } = await given.apply(await given.publish({ name: '减三成', percent: 30 }), {
      chargeIds: [bill],
    })
    await given.hourly()
    expect((await given.caseOf(id)).proposed.principalFen).toBe(0)
    await expect(given.grant(id)).rejects.toMatchObject({ code: 'relief-gives-nothing' })
    expect((await given.openLater()).at(-1)).toBe(yuan('300.00'))
  })

  it('after another application for it was refused is not reduced when that is appealed', async () => {
    const given = await givenRelief(tested)
    const half = await given.publish(one)
    const refused = await given.apply(half)
    await given.refuse(refused.id)
    const { id } = await given.apply(half, { chargeIds: [given.first] })
    await given.grant(id)
    await given.appeal(refused.id)
    const others = await given.staff('manager')
    expect((await given.grant(refused.id, others)).application.grant?.principalFen).toBe(yuan('500.00'))
    expect((await given.books.open(given.householdId)).slice(0, 2)).toEqual(['500.00', '500.00'].map(yuan))
    expect(await given.audit()).toEqual([])
  })
})

describe('the most that a standard comes to is a home’s within 12 months', () => {
  it('so that a sum is given once, in whatever parts it is asked for', async () => {
    const given = await givenRelief(tested)
    const sum = await given.publish({ measure: 'sum', sumMaxFen: yuan('300.00'), ...one })
    const first = await given.apply(sum, { chargeIds: [given.first] })
    const second = await given.apply(sum, { chargeIds: given.charges.slice(1) })
    await given.grant(first.id, given.manager, { amountFen: yuan('200.00') })
    expect((await given.caseOf(second.id)).proposed.principalFen).toBe(yuan('100.00'))
    await expect(given.grant(second.id, given.finance, { amountFen: yuan('100.01') })).rejects.toMatchObject({
      code: 'relief-exceeds-standard',
      facts: { most: '100.00 元' },
    })
    await given.grant(second.id)
    const third = await given.charge(given.householdId, { owes: '50.00' })
    await expect(given.apply(sum, { chargeIds: [third] })).rejects.toMatchObject({
      code: 'relief-most-given',
      facts: { months: 12, yuan: '300.00' },
    })
    expect(await given.books.open(given.householdId)).toEqual(
      expect.arrayContaining(['800.00', '900.00', '50.00'].map(yuan)),
    )
    clock.set('2027-03-10T10:00:00+08:00')
    await given.apply(sum, { chargeIds: [third] })
    expect(await given.audit()).toEqual([])
  })

  it('and so is the most of a percentage; what was taken back is there again', async () => {
    const given = await givenRelief(tested)
    const half = await given.publish({ sumMaxFen: yuan('600.00'), ...one })
    const first = await given.apply(half, { chargeIds: [given.first] })
    const second = await given.apply(half, { chargeIds: given.charges.slice(1) })
    await given.grant(first.id)
    expect((await given.caseOf(second.id)).proposed.principalFen).toBe(yuan('100.00'))
    await given.reverse(first.id)
    expect((await given.caseOf(second.id)).proposed.principalFen).toBe(yuan('500.00'))
  })

  it('of each version: a newer one is a new promise', async () => {
    const given = await givenRelief(tested)
    const sum = { measure: 'sum', sumMaxFen: yuan('300.00'), ...one } as const
    const { id } = await given.apply(await given.publish(sum), { chargeIds: [given.first] })
    await given.grant(id)
    const next = await given.apply(await given.publish(sum), { chargeIds: given.charges.slice(1) })
    expect((await given.caseOf(next.id)).proposed.principalFen).toBe(yuan('300.00'))
  })

  it('bills to come counted with all applications under it', async () => {
    const given = await aLastingRelief(tested, { sumMaxFen: yuan('1200.00') })
    await given.bill('2026-04-01', '200.00')
    await given.hourly()
    const parking = await given.charge(given.householdId, { owes: '1000.00', item: '车位费' })
    const { id } = await given.apply(given.standardId, { chargeIds: [parking] })
    expect((await given.caseOf(id)).proposed.principalFen).toBe(yuan('100.00'))
    await given.grantByTwo(id)
    await given.bill('2026-05-01', '10.00')
    await given.hourly()
    expect(await given.openLater()).toEqual(expect.arrayContaining(['100.00', '900.00', '10.00'].map(yuan)))
    expect(await given.audit()).toEqual([])
  })
})

it('a home that was given more than once under one version stands in the overview, and was not given less than others', async () => {
  const given = await halfOfTheFirst()
  const { id } = await given.apply(given.half, { chargeIds: given.other })
  await given.grant(id)
  expect((await given.overview()).unequal).toMatchObject([
    { applicationId: id, what: '这一户 12 个月内第 2 次减免' },
  ])
  await given.reverse(given.id)
  expect((await given.overview()).unequal).toEqual([])
})
