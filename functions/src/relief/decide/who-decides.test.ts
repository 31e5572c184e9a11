import { describe, expect, it } from 'vitest'
import { givenLoanPrimeRate } from '../../local/testing/given-prices.ts'
import { givenRelief } from '../../local/testing/given-relief.ts'
import { testWorld } from '../../local/testing/world.ts'
import { anApplication } from './testing/an-application.ts'

const tested = await testWorld()
const { world } = tested
await givenLoanPrimeRate(world, { '2019-08-20': 31_000 })

describe('who decides', () => {
  it.each(['front_desk', 'collector'] as const)('is not %s', async (role) => {
    const given = await anApplication(tested)
    const caller = await given.staff(role)
    await expect(given.grant(given.id, caller)).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(given.second(given.id, caller)).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(given.reverse(given.id, caller)).rejects.toMatchObject({ code: 'not-allowed' })
  })

  it('is nobody who lives there, or who asked, an administrator neither', async () => {
    const given = await anApplication(tested)
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
    await expect(given.check(given.id, given.owner)).rejects.toMatchObject({ code: 'own-application' })
  })

  it('is the staff of its community: to others there is no such application', async () => {
    const [given, other] = [await anApplication(tested), await givenRelief(tested)]
    await expect(other.grant(given.id, other.manager)).rejects.toMatchObject({ code: 'not-found' })
    await expect(other.caseOf(given.id, other.manager)).rejects.toMatchObject({ code: 'not-found' })
    await expect(given.grant(given.id, other.manager)).rejects.toMatchObject({ code: 'not-allowed' })
  })

  it('happens once, even when several decide at once', async () => {
    for (let round = 0; round < 3; round++) {
      const given = await anApplication(tested)
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
    const given = await anApplication(tested)
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
    const given = await anApplication(tested)
    await expect(given.check(given.id, given.finance)).rejects.toMatchObject({ code: 'not-allowed' })
    await given.grant(given.id)
    await expect(given.check(given.id)).rejects.toMatchObject({ code: 'relief-moved-on' })
  })
})
