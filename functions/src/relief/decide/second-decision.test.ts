import type { EntryId } from '@anjiao/shared/ids'
import { fen } from '@anjiao/shared/money'
import { describe, expect, it } from 'vitest'
import { reverse } from '../../ledger/index.ts'
import { yuan } from '../../local/testing/given.ts'
import { givenLoanPrimeRate } from '../../local/testing/given-prices.ts'
import { testWorld } from '../../local/testing/world.ts'
import { anApplication } from './testing/an-application.ts'

const tested = await testWorld()
const { world, clock } = tested
await givenLoanPrimeRate(world, { '2019-08-20': 31_000 })

describe('above the standard’s sum', () => {
  const above = { secondAboveFen: yuan('999.99') }

  it('it takes two: nothing is posted before the second agrees, and both are written down', async () => {
    const given = await anApplication(tested, above)
    const before = await given.books.balances()
    const agreed = await given.grant(given.id)
    expect(agreed).toMatchObject({ application: { state: 'agreed_once', grant: null }, needsSecond: true })
    expect(await given.books.balances()).toEqual(before)
    expect((await given.held()).every(({ to }) => to === null)).toBe(true)
    await given.second(given.id)
    const { state, happenings } = await given.read(given.id)
    expect(state).toBe('granted')
    expect(happenings.map(({ event, note }) => [event, note])).toEqual([
      ['apply', ''],
      ['agree', ''],
      ['grant', '同意'],
    ])
    expect(await given.audit()).toEqual([])
  })

  it('up to it one is enough; with a sum of nothing it always takes two', async () => {
    const one = await anApplication(tested, { secondAboveFen: yuan('1000.00') })
    expect((await one.grant(one.id)).application.state).toBe('granted')
    const two = await anApplication(tested, { measure: 'deferral', deferralDays: 30, secondAboveFen: fen(0) })
    expect((await two.grant(two.id)).application.state).toBe('agreed_once')
    expect((await two.second(two.id)).application.state).toBe('granted')
  })

  it('the second is another person, an administrator too', async () => {
    const given = await anApplication(tested, above)
    const chief = await given.staff('administrator')
    await given.grant(given.id, chief)
    await expect(given.second(given.id, chief)).rejects.toMatchObject({ code: 'same-decider' })
    expect((await given.caseOf(given.id, chief)).mayDecide).toBe(false)
    expect((await given.caseOf(given.id, given.finance)).mayDecide).toBe(true)
    await given.second(given.id, given.finance)
  })

  it('the second confirms no more than the first agreed to, and no more than is still open', async () => {
    const more = await anApplication(tested, { secondAboveFen: fen(0) })
    await more.settle(more.first, '1000.00')
    await more.grant(more.id)
    // The payment turns out not to have been one: more is open than the first person saw.
    await more.inside(async (ctx) => {
      const paid = await ctx.tx.one<{ id: EntryId }>`
        select id from entry where community_id = ${ctx.community} and kind = 'payment'`
      await reverse(ctx, paid.id, '')
    })
    await more.second(more.id)
    expect((await more.read(more.id)).grant).toMatchObject({ percent: 50, principalFen: yuan('500.00') })
    expect(await more.audit()).toEqual([])

    const less = await anApplication(tested, above)
    await less.grant(less.id)
    await less.settle(less.first, '1000.00')
    await less.second(less.id)
    expect((await less.read(less.id)).grant).toMatchObject({ principalFen: yuan('500.00') })
    expect(await less.audit()).toEqual([])
  })

  it('the second may not agree; then it is refused, and can be appealed', async () => {
    const given = await anApplication(tested, above)
    await given.grant(given.id)
    await given.second(given.id, given.finance, false)
    expect(await given.read(given.id)).toMatchObject({
      state: 'refused',
      reason: '收入超过标准',
      appealUntil: '2026-03-25',
    })
  })
})

describe('what a home was given within 12 months counts with what it is given now', () => {
  const half = { secondAboveFen: yuan('800.00') }

  it('so that asking for one charge after another takes two people as well', async () => {
    const given = await anApplication(tested, half)
    await given.withdraw(given.id)
    const one = await given.apply(given.standardId, { chargeIds: [given.first] })
    const two = await given.apply(given.standardId, { chargeIds: given.charges.slice(1) })
    expect((await given.caseOf(two.id)).needsSecond).toBe(false)
    expect((await given.grant(one.id)).application.state).toBe('granted')
    expect((await given.caseOf(two.id)).needsSecond).toBe(true)
    expect((await given.grant(two.id)).application.state).toBe('agreed_once')
    expect((await given.second(two.id)).application.state).toBe('granted')
  })

  it('under another standard too, and late fees that are waived; not what was taken back', async () => {
    const given = await anApplication(tested, half)
    await given.withdraw(given.id)
    const one = await given.apply(given.standardId, { chargeIds: [given.first] })
    await given.grant(one.id)
    const sum = await given.publish({ name: '一笔', measure: 'sum', sumMaxFen: yuan('301.00'), ...half })
    const two = await given.apply(sum, { chargeIds: given.charges.slice(1) })
    expect((await given.caseOf(two.id)).needsSecond).toBe(true)
    await given.reverse(one.id)
    expect((await given.caseOf(two.id)).needsSecond).toBe(false)
  })

  it('and no longer after that', async () => {
    const given = await anApplication(tested, half)
    await given.withdraw(given.id)
    const one = await given.apply(given.standardId, { chargeIds: [given.first] })
    await given.grant(one.id)
    const two = await given.apply(given.standardId, { chargeIds: given.charges.slice(1) })
    clock.set('2027-03-09T10:00:00+08:00')
    expect((await given.caseOf(two.id)).needsSecond).toBe(true)
    clock.set('2027-03-10T10:00:00+08:00')
    expect((await given.caseOf(two.id)).needsSecond).toBe(false)
    expect((await given.grant(two.id)).application.state).toBe('granted')
  })

  it('but time alone costs nobody anything', async () => {
    const given = await anApplication(tested, half)
    await given.grantByTwo(given.id)
    const time = await given.publish({ name: '缓', measure: 'deferral', deferralDays: 30, ...half })
    const { id } = await given.apply(time)
    expect((await given.grant(id)).application.state).toBe('granted')
  })
})

it('bills to come take two people, whatever the sum: nobody knows what they come to', async () => {
  const given = await anApplication(tested, { months: 12, secondAboveFen: yuan('100000.00') })
  expect((await given.caseOf(given.id)).needsSecond).toBe(true)
  expect((await given.grant(given.id)).application.state).toBe('agreed_once')
  expect((await given.second(given.id)).application).toMatchObject({
    state: 'granted',
    grant: { lastsUntil: '2027-03-09' },
  })
})
