import { describe, expect, it } from 'vitest'
import { postLateFees } from '../../billing/index.ts'
import { givenLoanPrimeRate } from '../../local/testing/given-prices.ts'
import { givenRelief } from '../../local/testing/given-relief.ts'
import { testWorld } from '../../local/testing/world.ts'

const tested = await testWorld()
await givenLoanPrimeRate(tested.world, { '2019-08-20': 31_000 })
const at = (day: string) => tested.clock.set(`${day}T10:00:00+08:00`)

describe('withdrawing', () => {
  it('makes the charges due again from tomorrow on, and nothing is owed for the days it waited', async () => {
    const given = await givenRelief(tested)
    const { id } = await given.apply(await given.publish())
    at('2026-03-14')
    expect((await given.withdraw(id)).state).toBe('withdrawn')
    at('2026-03-16')
    const { amountFen } = await given.inside((ctx) => postLateFees(ctx, [given.householdId], ctx.today))
    expect(amountFen).toBe(2 * 2 * 5)
    expect(await given.audit()).toEqual([])
  })

  it('is for three times in 12 months; after that a home asks at the front desk, and its late fee runs again', async () => {
    const given = await givenRelief(tested)
    const standardId = await given.publish()
    for (const day of ['2026-03-10', '2026-04-10', '2026-05-10']) {
      at(day)
      const { id } = await given.apply(standardId)
      await given.withdraw(id)
    }
    for (const day of ['2026-05-11', '2027-03-09']) {
      at(day)
      await expect(given.apply(standardId)).rejects.toMatchObject({
        code: 'relief-withdrawn-too-often',
        message: expect.stringContaining('物业前台'),
        facts: { months: 12, times: 3 },
      })
    }
    expect((await given.inside((ctx) => postLateFees(ctx, [given.householdId], ctx.today))).charges).toBe(2)
    const neighbour = await given.aDebtor()
    await given.apply(standardId, {
      chargeIds: neighbour.charges,
      caller: neighbour.owner,
      householdId: neighbour.householdId,
    })
    at('2027-03-10')
    expect((await given.apply(standardId)).state).toBe('applied')
  })

  it('is for its owner alone, and not for what is decided', async () => {
    const given = await givenRelief(tested)
    const neighbour = await given.aDebtor()
    const { id } = await given.apply(await given.publish())
    await expect(given.withdraw(id, neighbour.owner, neighbour.householdId)).rejects.toMatchObject({
      code: 'not-found',
    })
    await given.grant(id)
    await expect(given.withdraw(id)).rejects.toMatchObject({ code: 'relief-moved-on' })
  })
})
