import { describe, expect, it } from 'vitest'
import { givenCredits } from '../../local/testing/given-credits.ts'
import { testAppid, testWorld } from '../../local/testing/world.ts'
import { reachByBuilding } from './reach-by-building.ts'

const { world } = await testWorld()

async function aCommunity() {
  const given = await givenCredits(world)
  const templateId = await given.template()
  await given.wording('reminder', templateId)
  return {
    ...given,
    templateId,
    reach: () => given.inside((ctx) => reachByBuilding(ctx, testAppid)),
    home: (building: string) => given.household({ building }).then(({ householdId }) => householdId),
  }
}

describe('who can be reached by WeChat', () => {
  it('is told by building, in their order', async () => {
    const { home, reach } = await aCommunity()
    for (const building of ['10栋', '2栋', '2栋']) await home(building)
    expect(await reach()).toEqual([
      { building: '2栋', homes: 2, bound: 0, withCredit: 0, credits: 0 },
      { building: '10栋', homes: 1, bound: 0, withCredit: 0, credits: 0 },
    ])
  })

  it('is a home whose owner or family has signed in; never by its tenant', async () => {
    const { home, reach, person, answers, templateId } = await aCommunity()
    const readers = [
      await person({ householdId: await home('1栋') }),
      await person({ householdId: await home('1栋'), relation: 'family' }),
      await person({ householdId: await home('1栋'), relation: 'tenant' }),
    ]
    for (const { openid } of readers) await answers(openid, { templateId })
    expect(await reach()).toEqual([{ building: '1栋', homes: 3, bound: 2, withCredit: 2, credits: 2 }])
  })

  it('counts a home once whoever is bound there, and the credits of all of them', async () => {
    const { home, reach, person, answers, templateId } = await aCommunity()
    const householdId = await home('1栋')
    const [owner, family] = [await person({ householdId }), await person({ householdId, relation: 'family' })]
    for (const { openid } of [owner, owner, family]) await answers(openid, { templateId })
    expect(await reach()).toEqual([{ building: '1栋', homes: 1, bound: 1, withCredit: 1, credits: 3 }])
  })

  it('counts a credit once for somebody with two homes in a building: it is one message', async () => {
    const { home, reach, person, answers, templateId, inside, community } = await aCommunity()
    const owner = await person({ householdId: await home('1栋') })
    const second = await home('1栋')
    await inside(
      ({ tx }) => tx.run`
        insert into membership (community_id, household_id, person_id, relation)
        values (${community}, ${second}, ${owner.personId}, 'owner')`,
    )
    await answers(owner.openid, { templateId })
    expect(await reach()).toEqual([{ building: '1栋', homes: 2, bound: 2, withCredit: 2, credits: 1 }])
  })

  it('leaves out who has moved away, and what is used, lost, or of another message', async () => {
    const { home, reach, person, answers, templateId, template, inside, community } = await aCommunity()
    const [left, here] = [await home('1栋'), await home('1栋')]
    await inside(
      ({ tx, today }) => tx.run`
        update household set to_date = ${today}::date - 1 where (community_id, id) = (${community}, ${left})`,
    )
    await answers((await person({ householdId: left })).openid, { templateId })
    const reader = await person({ householdId: here })
    await answers(reader.openid, { templateId: await template() })
    await answers(reader.openid, { templateId })
    await answers(reader.openid, { templateId, answer: 'ban' })
    expect(await reach()).toEqual([{ building: '1栋', homes: 1, bound: 1, withCredit: 0, credits: 0 }])
  })

  it('is of the reminder whose wording is in force now', async () => {
    const { home, reach, person, answers, templateId, template, wording } = await aCommunity()
    const reader = await person({ householdId: await home('1栋') })
    await answers(reader.openid, { templateId })
    await wording('reminder', await template())
    expect((await reach())[0]?.withCredit).toBe(0)
    await wording('reminder', templateId)
    expect((await reach())[0]?.withCredit).toBe(1)
  })

  it('is nobody of another community', async () => {
    const [here, there] = [await aCommunity(), await aCommunity()]
    await there.person({ householdId: await there.home('1栋') })
    expect(await here.reach()).toEqual([])
  })
})
