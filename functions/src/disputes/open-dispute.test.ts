import { describe, expect, it } from 'vitest'
import { cancelCharge, householdBills } from '../billing/index.ts'
import { yuan } from '../local/testing/given.ts'
import { givenLoanPrimeRate } from '../local/testing/given-prices.ts'
import { testWorld } from '../local/testing/world.ts'
import { aHome } from './testing/a-home.ts'

const tested = await testWorld()
await givenLoanPrimeRate(tested.world, { '2019-08-20': 31_000 })
const at = (day: string) => tested.clock.set(`${day}T10:00:00+08:00`)

describe('a dispute that was opened', () => {
  it('is answered within ten days, and its owner reads what they wrote', async () => {
    const given = await aHome(tested)
    const dispute = await given.open(given.disputed, { text: '  楼道没人打扫 ' })
    expect(dispute).toMatchObject({
      householdId: given.householdId,
      about: 'service',
      text: '楼道没人打扫',
      state: 'open',
      answer: '',
      replyBy: '2026-03-20',
      answeredAt: null,
      charge: {
        id: given.disputed,
        overdue: false,
        hold: { matter: 'dispute', granted: false, until: null, waives: false },
      },
    })
    expect(await given.list()).toEqual([dispute])
    expect(await given.auditDisputes()).toEqual([])
  })

  it('holds its charge and no other: the late fee stops for it alone, and it alone is not overdue', async () => {
    const given = await aHome(tested)
    await given.open()
    expect(await given.held()).toEqual([{ chargeId: given.disputed, from: '2026-03-10', to: null }])
    at('2026-04-09')
    const bills = await given.inside((ctx) => householdBills(ctx, given.householdId))
    expect(bills).toMatchObject({ openFen: yuan('2000.00'), overdueFen: yuan('1000.00') })
    // February, and March up to the day of the dispute; thirty more days for the charge beside it.
    expect(await given.lateFees()).toEqual({ disputed: 38 * 5, other: 68 * 5 })
  })

  it('holds the late fees on its charge as well, those that are posted later too', async () => {
    const given = await aHome(tested)
    at('2026-02-28')
    await given.lateFees()
    at('2026-03-10')
    await given.open()
    at('2026-03-31')
    await given.lateFees()
    const bills = await given.inside((ctx) => householdBills(ctx, given.householdId))
    const held = bills.years
      .flatMap(({ charges }) => charges)
      .map(({ origin, hold }) => [origin, hold?.matter])
    expect(held).toEqual([
      ['opening', 'dispute'],
      ['late_fee', 'dispute'],
      ['late_fee', 'dispute'],
      ['opening', undefined],
      ['late_fee', undefined],
      ['late_fee', undefined],
    ])
    expect((await given.held()).map(({ from }) => from)).toEqual(['2026-03-10', '2026-03-10', '2026-03-31'])
    expect(await given.auditDisputes()).toEqual([])
  })

  it('may be of what is paid in part or in full', async () => {
    const given = await aHome(tested)
    await given.settle(given.disputed, '1000.00')
    await given.settle(given.other, '400.00')
    expect(await given.open(given.disputed, { about: 'paid' })).toMatchObject({ charge: { state: 'paid' } })
    expect(await given.open(given.other)).toMatchObject({ charge: { state: 'partly_paid' } })
  })

  it('may not be of what was cancelled', async () => {
    const given = await aHome(tested)
    const manager = await given.staff('manager')
    await given.inside((ctx) =>
      cancelCharge(
        { ...ctx, actor: { kind: 'staff', ...manager, roles: ['manager'] } },
        given.disputed,
        '重复',
      ),
    )
    await expect(given.open()).rejects.toMatchObject({ code: 'nothing-to-dispute' })
  })

  it('is the only one of its charge that waits', async () => {
    const given = await aHome(tested)
    await given.open()
    await expect(given.open()).rejects.toMatchObject({ code: 'already-disputed' })
    await given.open(given.other)
  })

  it('may be followed by others until there were three of one charge', async () => {
    const given = await aHome(tested)
    const desk = await given.staff('front_desk')
    await given.withdraw((await given.open()).id)
    await given.explain((await given.open()).id, desk)
    await given.explain((await given.open()).id, desk)
    await expect(given.open()).rejects.toMatchObject({ code: 'too-many-disputes', facts: { limit: 3 } })
    await given.open(given.other)
  })
})
