import type { ChargeId } from '@anjiao/shared/ids'
import { describe, expect, it } from 'vitest'
import { cancelCharge } from '../../billing/index.ts'
import { yuan } from '../../local/testing/given.ts'
import { givenLoanPrimeRate } from '../../local/testing/given-prices.ts'
import { testWorld } from '../../local/testing/world.ts'
import { anApplication, late } from './testing/an-application.ts'

const tested = await testWorld()
const { world } = tested
await givenLoanPrimeRate(world, { '2019-08-20': 31_000 })

describe('taking it back', () => {
  it('opens the charges again, late fees too, and nothing of the hardship stands in the books', async () => {
    const given = await anApplication(tested, { waivesLateFee: true })
    await given.grant(given.id)
    const taken = await given.reverse(given.id)
    expect(taken.application).toMatchObject({ state: 'reversed', reason: '材料不真实' })
    expect(await given.open()).toBe(yuan('2000.00') + late)
    expect((await given.budgets())[0]?.usedFen).toBe(0)
    const memos = await given.inside(
      ({ tx, community }) => tx.rows<{ memo: string }>`
        select memo from entry where community_id = ${community} and kind in ('relief', 'reversal') order by id`,
    )
    expect(memos.map(({ memo }) => memo)).toEqual(['', '减免撤销'])
    await expect(given.reverse(given.id)).rejects.toMatchObject({ code: 'relief-moved-on' })
    expect(await given.audit()).toEqual([])
  })

  it('opens no more than was taken off, whatever was paid since', async () => {
    const given = await anApplication(tested)
    await given.grant(given.id)
    for (const chargeId of given.charges) await given.settle(chargeId, '500.00')
    expect(await given.open()).toBe(late)
    await given.reverse(given.id)
    expect(await given.open()).toBe(yuan('1000.00') + late)
    expect(await given.audit()).toEqual([])
  })

  it('leaves alone what was cancelled since: nobody owes it, and nobody was given it', async () => {
    const given = await anApplication(tested)
    await given.grant(given.id)
    const cancel = (chargeId: ChargeId) =>
      given.inside((ctx) =>
        cancelCharge(
          { ...ctx, actor: { kind: 'staff', ...given.manager, roles: ['manager'] } },
          chargeId,
          '重复',
        ),
      )
    await cancel(given.first)
    expect(await given.books.advance(given.householdId)).toBe(0)
    expect((await given.budgets())[0]?.usedFen).toBe(yuan('500.00'))
    await given.reverse(given.id)
    expect(await given.open()).toBe(yuan('1000.00') + 38 * 5)
    expect(await given.audit()).toEqual([])

    const all = await anApplication(tested)
    await all.grant(all.id)
    for (const chargeId of all.charges) {
      await all.inside((ctx) =>
        cancelCharge(
          { ...ctx, actor: { kind: 'staff', ...all.manager, roles: ['manager'] } },
          chargeId,
          '重复',
        ),
      )
    }
    await all.reverse(all.id)
    expect(await all.audit()).toEqual([])
  })

  it('is the work of a manager', async () => {
    const given = await anApplication(tested)
    await given.grant(given.id)
    await expect(given.reverse(given.id, given.finance)).rejects.toMatchObject({ code: 'not-allowed' })
  })
})
