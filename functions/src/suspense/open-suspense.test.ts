import type { ChargeId, HouseholdId } from '@anjiao/shared/ids'
import { beforeEach, describe, expect, it } from 'vitest'
import { givenPlans, inThree } from '../local/testing/given-plans.ts'
import { testWorld } from '../local/testing/world.ts'
import { givenSuspense } from './testing/given-suspense.ts'

const { world, clock } = await testWorld()

beforeEach(() => clock.set('2026-11-23T10:00:00+08:00'))

const suggested = async (given: Pick<Awaited<ReturnType<typeof givenSuspense>>, 'open'>) => {
  const [item] = await given.open()
  return item?.suggestions.map(({ householdId, hints, chargeIds }) => ({ householdId, hints, chargeIds }))
}

const hinted = (householdId: HouseholdId, hints: string[], chargeIds: ChargeId[] = []) => ({
  householdId,
  hints,
  chargeIds,
})

describe('money that is held is suggested to belong to', () => {
  it('the home whose room the remark names, before one whose owner is called like the payer', async () => {
    const given = await givenSuspense(world)
    const room = await given.household({ building: '3栋', unit: '1单元', roomNo: '502', owner: '李一' })
    const namesake = await given.household({ owner: '赵小兰' })
    await given.arrives('77.00', { payerName: '赵小兰', remark: '3-1-502 物业费' })
    expect(await suggested(given)).toEqual([
      hinted(room.householdId, ['room']),
      hinted(namesake.householdId, ['payer']),
    ])
  })

  it('the home that owes exactly this, in all or for one charge, as long as few do', async () => {
    const given = await givenSuspense(world)
    const [whole, one] = [await given.household(), await given.household()]
    await given.charge(whole.householdId, { owes: '123.45' })
    const chargeId = await given.charge(one.householdId, { owes: '123.45' })
    await given.charge(one.householdId, { owes: '10.00' })
    await given.arrives('123.45')
    expect(await suggested(given)).toEqual([
      hinted(whole.householdId, ['home', 'charge']),
      hinted(one.householdId, ['charge'], [chargeId]),
    ])
    for (let more = 0; more < 3; more++)
      await given.charge((await given.household()).householdId, { owes: '123.45' })
    expect(await suggested(given)).toEqual([])
  })

  it('the namesake who owes exactly this, where many bear the name and many owe the sum', async () => {
    const given = await givenSuspense(world)
    const homes: HouseholdId[] = []
    for (let made = 0; made < 6; made++) homes.push((await given.household({ owner: '王伟' })).householdId)
    for (let made = 0; made < 4; made++)
      await given.charge((await given.household()).householdId, { owes: '88.00' })
    const [his] = homes
    if (his === undefined) throw new Error('six homes')
    const chargeId = await given.charge(his, { owes: '88.00' })
    await given.charge(his, { owes: '1.00' })
    await given.arrives('88.00', { payerName: '王伟' })
    expect(await suggested(given)).toEqual([hinted(his, ['payer', 'charge'], [chargeId])])
  })

  it('the home whose next instalment is this sum, for the charges of its plan', async () => {
    const given = await givenSuspense(world)
    const plans = givenPlans(world, given)
    const { householdId, phone } = await given.household()
    const owner = { ...(await given.person({ householdId, phone })), phone }
    const chargeId = await given.charge(householdId, { owes: '900.00', due: '2026-06-30' })
    const planId = await plans.apply(householdId, await plans.policy(), [chargeId], inThree)
    await plans.sign(owner, householdId, planId)
    await given.arrives('300.00')
    expect(await suggested(given)).toEqual([hinted(householdId, ['instalment'], [chargeId])])
  })

  it('nobody, when nothing speaks for anybody: finance looks for the home', async () => {
    const given = await givenSuspense(world)
    await given.household({ owner: '孙六' })
    await given.arrives('5.00', { payerName: '某某公司', remark: '货款' })
    expect(await suggested(given)).toEqual([])
  })

  it('no home of another community', async () => {
    const elsewhere = await givenSuspense(world)
    const home = await elsewhere.household({ owner: '周同名' })
    await elsewhere.charge(home.householdId, { owes: '4321.00' })
    const given = await givenSuspense(world)
    await given.arrives('4321.00', { payerName: '周同名' })
    expect(await suggested(given)).toEqual([])
  })

  it('and is seen by finance and managers alone', async () => {
    const given = await givenSuspense(world)
    await given.arrives('5.00')
    expect(await given.open(given.manager)).toHaveLength(1)
    await expect(given.open(given.clerk)).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(given.resolved(given.clerk)).rejects.toMatchObject({ code: 'not-allowed' })
  })
})
