import type { ChargeId } from '@anjiao/shared/ids'
import { describe, expect, it } from 'vitest'
import { postLateFees } from '../../billing/index.ts'
import { givenLoanPrimeRate } from '../../local/testing/given-prices.ts'
import { givenRelief } from '../../local/testing/given-relief.ts'
import { testWorld } from '../../local/testing/world.ts'

const tested = await testWorld()
await givenLoanPrimeRate(tested.world, { '2019-08-20': 31_000 })

describe('what one may ask for', () => {
  it('is what is open: a late fee comes with its charge, and stands alone only where that is paid', async () => {
    const given = await givenRelief(tested)
    await given.inside((ctx) => postLateFees(ctx, [given.householdId], ctx.today))
    const [first, second] = given.charges
    const offered = async () => (await given.options()).charges.map(({ charge }) => charge)
    expect((await offered()).map(({ id }) => id)).toEqual([first, second])
    await given.settle(given.first, '1000.00')
    const [, late] = await offered()
    expect(late).toMatchObject({ origin: 'late_fee', openFen: 38 * 5 })
    const waiver = await given.publish({ measure: 'late_fee', waivesLateFee: true })
    await given.apply(waiver, { chargeIds: [late?.id as ChargeId] })
  })

  it('comes with the words that are to be agreed to before a photo is sent', async () => {
    const given = await givenRelief(tested)
    const { consent } = await given.options()
    expect(consent.required).toBe(false)
    for (const said of ['花园', '减免申请', '30 天删除', '收回同意', '不同意也可以申请']) {
      expect(consent.text).toContain(said)
    }
  })
})
