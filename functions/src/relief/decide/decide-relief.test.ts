import type { NewReliefStandard } from '@anjiao/shared/contract/relief'
import type { ChargeId, EntryId } from '@anjiao/shared/ids'
import { fen } from '@anjiao/shared/money'
import { describe, expect, it } from 'vitest'
import { cancelCharge, postLateFees } from '../../billing/index.ts'
import { reverse } from '../../ledger/index.ts'
import { yuan } from '../../local/testing/given.ts'
import { givenLoanPrimeRate } from '../../local/testing/given-prices.ts'
import { givenRelief } from '../../local/testing/given-relief.ts'
import { testWorld } from '../../local/testing/world.ts'
import { endStandard } from '../standards/end-standard.ts'

const tested = await testWorld()
const { world, clock } = tested
await givenLoanPrimeRate(world, { '2019-08-20': 31_000 })
const at = (day: string) => clock.set(`${day}T10:00:00+08:00`)

/** An application for both charges of 1,000.00 元, each with 1.90 元 of late fee. */
async function anApplication(over: Partial<NewReliefStandard> = {}) {
  const given = await givenRelief(tested)
  const standardId = await given.publish({ secondAboveFen: yuan('5000.00'), ...over })
  const { id } = await given.apply(standardId)
  const total = async () => (await given.books.open(given.householdId)).reduce((sum, each) => sum + each, 0)
  return { ...given, standardId, id, open: total }
}

const late = 2 * 38 * 5

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
    const given = await anApplication(over)
    expect((await given.caseOf(given.id)).proposed).toMatchObject(grant)
    const granted = await given.grant(given.id)
    expect(granted.application).toMatchObject({ state: 'granted', grant, reason: '低保证核对无误' })
    expect(await given.open()).toBe(openAfter)
    expect((await given.held()).every(({ to }) => to === '2026-03-10')).toBe(true)
    expect(await given.events()).toEqual([`relief-decided:${given.id}:granted`])
    expect(await given.audit()).toEqual([])
  })

  it('time holds the charges until its last day, and then runs out', async () => {
    const given = await anApplication({ measure: 'deferral', deferralDays: 90 })
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
    const given = await anApplication()
    await expect(given.grant(given.id, given.manager, { percent: 60 })).rejects.toThrow('50%')
    await expect(given.grant(given.id, given.manager, { amountFen: 1 })).rejects.toMatchObject({
      code: 'bad-input',
    })
    await given.grant(given.id, given.manager, { percent: 30 })
    expect((await given.read(given.id)).grant).toMatchObject({ percent: 30, principalFen: yuan('600.00') })
  })

  it('a sum may be less, and is no more than the standard or than is open', async () => {
    const given = await anApplication({ measure: 'sum', sumMaxFen: yuan('1500.00') })
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
    const given = await anApplication()
    await given.settle(given.first, '800.00')
    await given.grant(given.id)
    expect((await given.read(given.id)).grant).toMatchObject({ principalFen: yuan('600.00') })
    expect(await given.audit()).toEqual([])
  })

  it('gives nothing where all was paid meanwhile, and says so', async () => {
    const given = await anApplication()
    for (const chargeId of given.charges) await given.settle(chargeId, '1000.00')
    await expect(given.grant(given.id)).rejects.toMatchObject({ code: 'relief-gives-nothing' })
    expect((await given.refuse(given.id)).application.state).toBe('refused')
  })

  it('waives late fees of days between a refusal and its appeal as well', async () => {
    const given = await anApplication({ measure: 'late_fee', waivesLateFee: true })
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
    const given = await anApplication()
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

describe('above the standard’s sum', () => {
  const above = { secondAboveFen: yuan('999.99') }

  it('it takes two: nothing is posted before the second agrees, and both are written down', async () => {
    const given = await anApplication(above)
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
    const one = await anApplication({ secondAboveFen: yuan('1000.00') })
    expect((await one.grant(one.id)).application.state).toBe('granted')
    const two = await anApplication({ measure: 'deferral', deferralDays: 30, secondAboveFen: fen(0) })
    expect((await two.grant(two.id)).application.state).toBe('agreed_once')
    expect((await two.second(two.id)).application.state).toBe('granted')
  })

  it('the second is another person, an administrator too', async () => {
    const given = await anApplication(above)
    const chief = await given.staff('administrator')
    await given.grant(given.id, chief)
    await expect(given.second(given.id, chief)).rejects.toMatchObject({ code: 'same-decider' })
    expect((await given.caseOf(given.id, chief)).mayDecide).toBe(false)
    expect((await given.caseOf(given.id, given.finance)).mayDecide).toBe(true)
    await given.second(given.id, given.finance)
  })

  it('the second confirms no more than the first agreed to, and no more than is still open', async () => {
    const more = await anApplication({ secondAboveFen: fen(0) })
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

    const less = await anApplication(above)
    await less.grant(less.id)
    await less.settle(less.first, '1000.00')
    await less.second(less.id)
    expect((await less.read(less.id)).grant).toMatchObject({ principalFen: yuan('500.00') })
    expect(await less.audit()).toEqual([])
  })

  it('the second may not agree; then it is refused, and can be appealed', async () => {
    const given = await anApplication(above)
    await given.grant(given.id)
    await given.second(given.id, given.finance, false)
    expect(await given.read(given.id)).toMatchObject({
      state: 'refused',
      reason: '收入超过标准',
      appealUntil: '2026-03-25',
    })
  })
})

describe('who decides', () => {
  it.each(['front_desk', 'collector'] as const)('is not %s', async (role) => {
    const given = await anApplication()
    const caller = await given.staff(role)
    await expect(given.grant(given.id, caller)).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(given.second(given.id, caller)).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(given.reverse(given.id, caller)).rejects.toMatchObject({ code: 'not-allowed' })
  })

  it('is nobody who lives there, or who asked, an administrator neither', async () => {
    const given = await anApplication()
    const linked = async (role: 'manager' | 'administrator') => {
      const caller = await given.staff(role)
      await given.inside(
        ({ tx, community }) => tx.run`
          insert into membership (community_id, household_id, person_id, relation)
          values (${community}, ${given.householdId}, ${caller.personId}, 'tenant')`,
      )
      return caller
    }
    for (const role of ['manager', 'administrator'] as const) {
      const caller = await linked(role)
      await expect(given.grant(given.id, caller)).rejects.toMatchObject({ code: 'own-application' })
      await expect(given.check(given.id, caller)).rejects.toMatchObject({ code: 'own-application' })
      expect((await given.caseOf(given.id, caller)).mayDecide).toBe(false)
    }
    await given.inside(
      ({ tx, community }) => tx.run`
        insert into staff (community_id, person_id, name, roles)
        values (${community}, ${given.owner.personId}, '业主', '{manager}')`,
    )
    await given.inside(
      ({ tx, community }) =>
        tx.run`delete from membership where (community_id, person_id) = (${community}, ${given.owner.personId})`,
    )
    await expect(given.grant(given.id, given.owner)).rejects.toMatchObject({ code: 'own-application' })
  })

  it('is the staff of its community: to others there is no such application', async () => {
    const [given, other] = [await anApplication(), await givenRelief(tested)]
    await expect(other.grant(given.id, other.manager)).rejects.toMatchObject({ code: 'not-found' })
    await expect(other.caseOf(given.id, other.manager)).rejects.toMatchObject({ code: 'not-found' })
    await expect(given.grant(given.id, other.manager)).rejects.toMatchObject({ code: 'not-allowed' })
  })

  it('happens once, even when several decide at once', async () => {
    for (let round = 0; round < 3; round++) {
      const given = await anApplication()
      const all = await Promise.allSettled([
        given.grant(given.id),
        given.refuse(given.id, given.finance),
        given.withdraw(given.id),
        given.returnIt(given.id),
      ])
      expect(all.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThanOrEqual(1)
      for (const outcome of all) {
        if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'relief-moved-on' })
      }
      expect(await given.audit()).toEqual([])
    }
  })
})

describe('the desk', () => {
  it('notes what it was shown; the newest note counts, and its owner reads it', async () => {
    const given = await anApplication()
    await given.check(given.id)
    await given.check(given.id, given.manager, '低保证有效期到 2027 年')
    const { checked, happenings, state } = await given.read(given.id)
    expect([checked, state]).toEqual(['低保证有效期到 2027 年', 'applied'])
    expect(happenings.map(({ event, by }) => [event, by])).toEqual([
      ['apply', '业主'],
      ['check', '物业'],
      ['check', '物业'],
    ])
    expect(await given.audit()).toEqual([])
  })

  it('notes nothing on what is decided, and finance notes nothing at all', async () => {
    const given = await anApplication()
    await expect(given.check(given.id, given.finance)).rejects.toMatchObject({ code: 'not-allowed' })
    await given.grant(given.id)
    await expect(given.check(given.id)).rejects.toMatchObject({ code: 'relief-moved-on' })
  })
})

describe('an appeal', () => {
  it('is decided by somebody who took no part in the first decision, and then for good', async () => {
    const given = await anApplication()
    await given.refuse(given.id)
    at('2026-03-20')
    const appealed = await given.appeal(given.id)
    expect(appealed).toMatchObject({ state: 'appealed', replyBy: '2026-03-27', appealUntil: null })
    await expect(given.grant(given.id)).rejects.toMatchObject({ code: 'decided-before' })
    expect((await given.caseOf(given.id)).mayDecide).toBe(false)
    await given.refuse(given.id, given.finance)
    expect((await given.read(given.id)).state).toBe('refused_finally')
    await expect(given.appeal(given.id)).rejects.toMatchObject({ code: 'relief-moved-on' })
    expect(await given.events()).toEqual([
      `relief-decided:${given.id}:refused`,
      `relief-decided:${given.id}:refused_finally`,
    ])
    expect(await given.audit()).toEqual([])
  })

  it('of what two decided is decided by neither of them', async () => {
    const given = await anApplication({ secondAboveFen: fen(0) })
    await given.grant(given.id)
    await given.second(given.id, given.finance, false)
    await given.appeal(given.id)
    for (const caller of [given.manager, given.finance]) {
      await expect(given.grant(given.id, caller)).rejects.toMatchObject({ code: 'decided-before' })
    }
    const [third, fourth] = [await given.staff('manager'), await given.staff('finance')]
    await given.grant(given.id, third)
    await expect(given.second(given.id, given.manager)).rejects.toMatchObject({ code: 'decided-before' })
    await expect(given.second(given.id, third)).rejects.toMatchObject({ code: 'same-decider' })
    await given.second(given.id, fourth, false)
    expect((await given.read(given.id)).state).toBe('refused_finally')
    expect(await given.audit()).toEqual([])
  })

  it('is made within the standard’s days, and holds the charges with the late fees that came in between', async () => {
    const given = await anApplication()
    await given.refuse(given.id)
    at('2026-03-26')
    await expect(given.appeal(given.id)).rejects.toThrow('2026年3月25日')
    at('2026-03-25')
    await given.inside((ctx) => postLateFees(ctx, [given.householdId], ctx.today))
    await given.appeal(given.id)
    const holding = (await given.held()).filter(({ to }) => to === null)
    expect(holding.map(({ from }) => from)).toEqual(Array(6).fill('2026-03-25'))
    expect(await given.audit()).toEqual([])
  })
})

describe('taking it back', () => {
  it('opens the charges again, late fees too, and nothing of the hardship stands in the books', async () => {
    const given = await anApplication({ waivesLateFee: true })
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
    const given = await anApplication()
    await given.grant(given.id)
    for (const chargeId of given.charges) await given.settle(chargeId, '500.00')
    expect(await given.open()).toBe(late)
    await given.reverse(given.id)
    expect(await given.open()).toBe(yuan('1000.00') + late)
    expect(await given.audit()).toEqual([])
  })

  it('leaves alone what was cancelled since: nobody owes it, and nobody was given it', async () => {
    const given = await anApplication()
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

    const all = await anApplication()
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
    const given = await anApplication()
    await given.grant(given.id)
    await expect(given.reverse(given.id, given.finance)).rejects.toMatchObject({ code: 'not-allowed' })
  })
})
