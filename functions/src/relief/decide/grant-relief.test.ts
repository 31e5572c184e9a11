import type { NewReliefStandard } from '@anjiao/shared/contract/relief-standards'
import { describe, expect, it } from 'vitest'
import { postLateFees } from '../../billing/index.ts'
import { yuan } from '../../local/testing/given.ts'
import { givenLoanPrimeRate } from '../../local/testing/given-prices.ts'
import { givenRelief } from '../../local/testing/given-relief.ts'
import { testWorld } from '../../local/testing/world.ts'
import { endStandard } from '../standards/end-standard.ts'
import { anApplication, late } from './testing/an-application.ts'

const tested = await testWorld()
const { world, clock } = tested
await givenLoanPrimeRate(world, { '2019-08-20': 31_000 })
const at = (day: string) => clock.set(`${day}T10:00:00+08:00`)

describe('granting', () => {
  it.each<[string, Partial<NewReliefStandard>, number, object]>([
    ['half', {}, yuan('1000.00') + late, { percent: 50, principalFen: yuan('1000.00'), lateFeeFen: 0 }],
    [
      'half and the late fees',
      { waivesLateFee: true },
      yuan('1000.00'),
      { percent: 50, principalFen: yuan('1000.00'), lateFeeFen: late },
    ],
    [
      'half, up to 600.00',
      { sumMaxFen: yuan('600.00') },
      yuan('1400.00') + late,
      { percent: 50, principalFen: yuan('600.00') },
    ],
    [
      'a sum',
      { measure: 'sum', sumMaxFen: yuan('1500.00') },
      yuan('500.00') + late,
      { percent: null, principalFen: yuan('1500.00') },
    ],
    [
      'the late fees',
      { measure: 'late_fee', waivesLateFee: true },
      yuan('2000.00'),
      { percent: null, principalFen: 0, lateFeeFen: late },
    ],
  ])('%s takes it off the books, and lets go of what was held', async (_, over, openAfter, grant) => {
    const given = await anApplication(tested, over)
    expect((await given.caseOf(given.id)).proposed).toMatchObject(grant)
    const granted = await given.grant(given.id)
    expect(granted.application).toMatchObject({ state: 'granted', grant, reason: '低保证核对无误' })
    expect(await given.open()).toBe(openAfter)
    expect((await given.held()).every(({ to }) => to === '2026-03-10')).toBe(true)
    expect(await given.events()).toEqual([`relief-decided:${given.id}:granted`])
    expect(await given.audit()).toEqual([])
  })

  it('time holds the charges until its last day, and then runs out', async () => {
    const given = await anApplication(tested, { measure: 'deferral', deferralDays: 90 })
    const before = await given.books.balances()
    await given.grant(given.id)
    expect(await given.read(given.id)).toMatchObject({
      state: 'granted',
      grant: { deferredUntil: '2026-06-08', principalFen: 0 },
      charges: [
        { overdue: false, hold: { matter: 'relief' } },
        { overdue: false },
        { overdue: false },
        { overdue: false },
      ],
    })
    expect(await given.books.balances()).toEqual(before)
    at('2026-06-08')
    await given.hourly()
    const fees = () => given.inside((ctx) => postLateFees(ctx, [given.householdId], ctx.today))
    expect((await fees()).charges).toBe(0)
    at('2026-06-10')
    await given.hourly()
    expect((await given.read(given.id)).state).toBe('lapsed')
    expect((await fees()).amountFen).toBe(2 * 2 * 5)
    expect(await given.audit()).toEqual([])
  })

  it('may give less than the standard, with a reason; never more', async () => {
    const given = await anApplication(tested)
    await expect(given.grant(given.id, given.manager, { percent: 60 })).rejects.toThrow('50%')
    await expect(given.grant(given.id, given.manager, { amountFen: 1 })).rejects.toMatchObject({
      code: 'bad-input',
    })
    await given.grant(given.id, given.manager, { percent: 30 })
    expect((await given.read(given.id)).grant).toMatchObject({ percent: 30, principalFen: yuan('600.00') })
  })

  it('a sum may be less, and is no more than the standard or than is open', async () => {
    const given = await anApplication(tested, { measure: 'sum', sumMaxFen: yuan('1500.00') })
    await expect(given.grant(given.id, given.manager, { amountFen: yuan('1500.01') })).rejects.toMatchObject({
      code: 'relief-exceeds-standard',
    })
    for (const chargeId of given.charges) await given.settle(chargeId, '700.00')
    await expect(given.grant(given.id, given.manager, { amountFen: yuan('600.01') })).rejects.toMatchObject({
      code: 'relief-exceeds-open',
      facts: { yuan: '600.00' },
    })
    await given.grant(given.id, given.manager, { amountFen: yuan('600.00') })
    expect(await given.open()).toBe(late)
    expect(await given.audit()).toEqual([])
  })

  it('is of what is open then: what was paid while it waited is not given back', async () => {
    const given = await anApplication(tested)
    await given.settle(given.first, '800.00')
    await given.grant(given.id)
    expect((await given.read(given.id)).grant).toMatchObject({ principalFen: yuan('600.00') })
    expect(await given.audit()).toEqual([])
  })

  it('gives nothing where all was paid meanwhile, and says so', async () => {
    const given = await anApplication(tested)
    for (const chargeId of given.charges) await given.settle(chargeId, '1000.00')
    await expect(given.grant(given.id)).rejects.toMatchObject({ code: 'relief-gives-nothing' })
    expect((await given.refuse(given.id)).application.state).toBe('refused')
  })

  it('waives late fees of days between a refusal and its appeal as well', async () => {
    const given = await anApplication(tested, { measure: 'late_fee', waivesLateFee: true })
    await given.refuse(given.id)
    at('2026-03-20')
    await given.appeal(given.id)
    at('2026-03-22')
    expect((await given.caseOf(given.id)).proposed.lateFeeFen).toBe(late + 2 * 10 * 5)
    await given.grant(given.id, given.finance)
    expect((await given.read(given.id)).grant?.lateFeeFen).toBe(late + 2 * 10 * 5)
    expect(await given.open()).toBe(yuan('2000.00'))
    expect(await given.audit()).toEqual([])
  })

  it('keeps to the version it was asked under, ended or followed by another since', async () => {
    const given = await anApplication(tested)
    await given.publish({ percent: 20 })
    const other = await given.aDebtor()
    await given.inside((ctx) => endStandard(ctx, given.standardId))
    await given.grant(given.id)
    expect((await given.read(given.id)).grant).toMatchObject({ percent: 50 })
    await expect(
      given.apply(given.standardId, { ...other, caller: other.owner, chargeIds: other.charges }),
    ).rejects.toMatchObject({ code: 'relief-standard-ended' })
  })

  it('waives a late fee that a roll brought in, and takes no percentage off it', async () => {
    const given = await givenRelief(tested)
    await given.inside(
      ({ tx, community }) =>
        tx.run`insert into fee_item (community_id, name, kind) values (${community}, '滞纳金', 'past_late_fee')`,
    )
    const old = await given.charge(given.householdId, { owes: '88.00', item: '滞纳金' })
    const { id } = await given.apply(await given.publish({ waivesLateFee: true }), { chargeIds: [old] })
    await given.grant(id)
    expect((await given.read(id)).grant).toMatchObject({ principalFen: 0, lateFeeFen: yuan('88.00') })
  })
})
