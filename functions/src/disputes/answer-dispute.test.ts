import { describe, expect, it } from 'vitest'
import { yuan } from '../local/testing/given.ts'
import { givenLoanPrimeRate } from '../local/testing/given-prices.ts'
import { testWorld } from '../local/testing/world.ts'
import { aHome } from './testing/a-home.ts'

const tested = await testWorld()
await givenLoanPrimeRate(tested.world, { '2019-08-20': 31_000 })
const at = (day: string) => tested.clock.set(`${day}T10:00:00+08:00`)

describe('an answer', () => {
  it('that explains ends the hold with its day; the days on which one waited for it never bear a late fee', async () => {
    const given = await aHome(tested)
    const { id } = await given.open()
    at('2026-03-15')
    const answered = await given.explain(id, await given.staff('front_desk'), ' 请看保洁记录 ')
    expect(answered).toMatchObject({
      state: 'explained',
      answer: '请看保洁记录',
      replyBy: null,
      answeredAt: '2026-03-15T02:00:00.000Z',
      charge: { state: 'open', hold: { matter: 'dispute', until: '2026-03-15' } },
    })
    expect(await given.held()).toEqual([{ chargeId: given.disputed, from: '2026-03-10', to: '2026-03-15' }])
    expect(await given.list()).toEqual([answered])
    expect(await given.auditDisputes()).toEqual([])
    at('2026-03-16')
    const [again] = await given.list()
    expect(again).toMatchObject({ charge: { overdue: true, hold: null } })
    expect(await given.lateFees()).toEqual({ disputed: (44 - 5) * 5, other: 44 * 5 })
    expect(await given.events()).toEqual([
      {
        kind: 'dispute-answered',
        payload: { disputeId: id, chargeId: given.disputed, outcome: 'explained', chargeCancelled: false },
      },
    ])
  })

  it('that agrees may cancel the charge with all late fees on it: the owner reads why, what was paid is theirs', async () => {
    const given = await aHome(tested)
    await given.lateFees()
    await given.settle(given.disputed, '300.00')
    const { id } = await given.open()
    const corrected = await given.correct(id, await given.staff('manager'), true)
    expect(corrected).toMatchObject({ state: 'corrected', charge: { state: 'cancelled', hold: null } })
    expect(await given.books.advance(given.householdId)).toBe(yuan('300.00'))
    expect(await given.books.open(given.householdId)).toEqual([0, yuan('1000.00'), 0, 38 * 5])
    expect(await given.books.audit()).toEqual([])
    expect(await given.auditDisputes()).toEqual([])
  })

  it('that agrees may leave the charge, to be put right another way', async () => {
    const given = await aHome(tested)
    const { id } = await given.open()
    expect(await given.correct(id, await given.staff('finance'), false)).toMatchObject({
      state: 'corrected',
      charge: { state: 'open' },
    })
  })

  it('cancels a charge only for a manager, and answers nothing otherwise', async () => {
    const given = await aHome(tested)
    const { id } = await given.open()
    for (const role of ['front_desk', 'finance'] as const) {
      await expect(given.correct(id, await given.staff(role), true)).rejects.toMatchObject({
        code: 'not-allowed',
      })
    }
    expect(await given.list()).toMatchObject([{ state: 'open', charge: { state: 'open' } }])
  })

  it('is not for somebody linked to the home, whatever post they hold', async () => {
    const given = await aHome(tested)
    const { id } = await given.open()
    const manager = await given.staff('manager')
    await given.inside(
      ({ tx, community }) => tx.run`
        insert into membership (community_id, household_id, person_id, relation)
        values (${community}, ${given.householdId}, ${manager.personId}, 'tenant')`,
    )
    await expect(given.explain(id, manager)).rejects.toMatchObject({ code: 'own-application' })
    await expect(given.correct(id, manager, true)).rejects.toMatchObject({ code: 'own-application' })
    await given.explain(id, await given.staff('finance'))
  })

  it('is given once, and stands in the record', async () => {
    const given = await aHome(tested)
    const desk = await given.staff('front_desk')
    const { id } = await given.open()
    await given.explain(id, desk)
    await expect(given.explain(id, desk)).rejects.toMatchObject({ code: 'dispute-over' })
    await expect(given.withdraw(id)).rejects.toMatchObject({ code: 'dispute-over' })
    const recorded = await given.inside(
      ({ tx }) => tx.rows`select actor, action, subject, details from audit_log`,
    )
    expect(recorded).toEqual([
      {
        actor: `staff:${desk.personId}`,
        action: 'dispute-explained',
        subject: `dispute ${id}`,
        details: { chargeCancelled: false },
      },
    ])
  })
})

it('a dispute that is withdrawn ends its hold with the day, and asks for no answer', async () => {
  const given = await aHome(tested)
  const { id } = await given.open()
  at('2026-03-12')
  expect(await given.withdraw(id)).toMatchObject({ state: 'withdrawn', replyBy: null, answeredAt: null })
  expect(await given.held()).toEqual([{ chargeId: given.disputed, from: '2026-03-10', to: '2026-03-12' }])
  await expect(given.withdraw(id)).rejects.toMatchObject({ code: 'dispute-over' })
  expect(await given.auditDisputes()).toEqual([])
  expect(await given.events()).toEqual([])
})
