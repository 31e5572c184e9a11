import type { CommunityId } from '@anjiao/shared/ids'
import { describe, expect, it } from 'vitest'
import { type GivenCommunity, givenCommunity } from '../../local/testing/given.ts'
import { testWorld } from '../../local/testing/world.ts'
import type { Caller } from '../../platform/http/routes.ts'
import { asResident, asStaff } from '../access.ts'
import { readMe } from '../me.ts'
import { type AskedBinding, applyForBinding } from './apply-for-binding.ts'
import { type Decision, decideApplication } from './decide-application.ts'
import { listApplications } from './list-applications.ts'

const { world } = await testWorld()

const apply = (given: GivenCommunity, caller: Caller, asked: Partial<AskedBinding> = {}) =>
  applyForBinding(world, caller, {
    communityId: given.community,
    roomText: '3栋1单元502',
    applicantName: '王小明',
    relation: 'owner',
    ...asked,
  })
type Applied = Awaited<ReturnType<typeof apply>>

const decide = (given: GivenCommunity, staff: Caller, { id }: Applied, decision: Decision) =>
  asStaff(world, staff, given.community, ['front_desk', 'manager'], (ctx) =>
    decideApplication(ctx, id, staff.personId, decision),
  )
const listed = (given: GivenCommunity, state: 'pending' | 'approved' | 'rejected' = 'pending') =>
  given.inside((ctx) => listApplications(ctx, state))
const recorded = (given: GivenCommunity) =>
  given.inside(({ tx }) => tx.rows`select actor, action, subject, details from audit_log order by id`)

describe('applying', () => {
  it('waits for the office, and stands in one’s own list meanwhile', async () => {
    const given = await givenCommunity(world)
    const caller = await given.person()
    const application = await apply(given, caller, { roomText: ' 3栋1单元502 ' })
    expect(application).toMatchObject({ roomText: '3栋1单元502', state: 'pending', answer: '' })
    expect((await readMe(world, caller.personId)).applications).toEqual([application])
  })

  it('is not for tenants, who are told to ask the owner', async () => {
    const given = await givenCommunity(world)
    const caller = await given.person()
    await expect(apply(given, caller, { relation: 'tenant' })).rejects.toThrow('租户由业主添加')
    expect(await listed(given)).toEqual([])
  })

  it('for the same room is refused while the first still waits', async () => {
    const given = await givenCommunity(world)
    const caller = await given.person()
    const both = await Promise.allSettled([apply(given, caller), apply(given, caller)])
    expect(both.filter(({ status }) => status === 'rejected')).toMatchObject([
      { reason: { code: 'application-pending' } },
    ])
    await apply(given, caller, { roomText: '车位12' })
    expect(await listed(given)).toHaveLength(2)
  })

  it('for more than five rooms at once is refused', async () => {
    const given = await givenCommunity(world)
    const caller = await given.person()
    const many = await Promise.allSettled(
      Array.from({ length: 8 }, (_, at) => apply(given, caller, { roomText: `1-${at}` })),
    )
    const refused = many.filter(({ status }) => status === 'rejected')
    expect(refused).toHaveLength(3)
    expect(refused[0]).toMatchObject({ reason: { code: 'too-many-applications', facts: { limit: 5 } } })
  })

  it('in a community that is not there is refused', async () => {
    const given = await givenCommunity(world)
    const communityId = 987_654 as CommunityId
    await expect(apply(given, await given.person(), { communityId })).rejects.toMatchObject({
      code: 'not-found',
    })
  })
})

describe('the list of applications', () => {
  it('names the homes each may mean, the best first, masked', async () => {
    const given = await givenCommunity(world)
    const named = await given.household({ building: '3栋', unit: '2单元', roomNo: '502', owner: '李四' })
    const right = await given.household({ building: '3栋', unit: '1单元', roomNo: '502', owner: '王小明' })
    await given.household({ building: '4栋', unit: '1单元', roomNo: '502' })
    await given.household({ building: '3栋', unit: '1单元', roomNo: '1502' })
    const caller = await given.person({
      householdId: right.householdId,
      relation: 'family',
      phone: '13811112222',
    })
    await apply(given, caller)
    await apply(given, caller, { roomText: '三栋502', applicantName: '李四' })
    await apply(given, caller, { roomText: '我家' })
    const found = await listed(given)
    expect(found.map(({ candidates }) => candidates.map(({ householdId }) => householdId))).toEqual([
      [right.householdId],
      [named.householdId, right.householdId],
      [],
    ])
    expect(found[0]).toMatchObject({
      phoneMasked: '138****2222',
      application: { roomText: '3栋1单元502', applicantName: '王小明' },
      candidates: [{ roomName: '3栋 1单元 502', ownerMasked: '王**' }],
    })
  })

  it('leaves out homes of owners of the past, and of other communities', async () => {
    const [given, other] = [await givenCommunity(world), await givenCommunity(world)]
    const sold = await given.household({ building: '3栋', roomNo: '502' })
    await given.inside(
      ({ tx }) => tx.run`update household set to_date = '2026-11-22' where id = ${sold.householdId}`,
    )
    await other.household({ building: '3栋', roomNo: '502' })
    await apply(given, await given.person())
    expect((await listed(given))[0]?.candidates).toEqual([])
    expect(await listed(other)).toEqual([])
  })

  it('is of one state, the oldest first', async () => {
    const given = await givenCommunity(world)
    const staff = await given.staff('front_desk')
    const caller = await given.person()
    const first = await apply(given, caller, { roomText: '1-1' })
    const second = await apply(given, caller, { roomText: '1-2' })
    const third = await apply(given, caller, { roomText: '1-3' })
    await decide(given, staff, second, { approve: false, answer: '请补充楼栋号' })
    const ids = async (state: 'pending' | 'rejected') =>
      (await listed(given, state)).map(({ application }) => application.id)
    expect(await ids('pending')).toEqual([first.id, third.id])
    expect(await ids('rejected')).toEqual([second.id])
  })
})

describe('deciding', () => {
  it.each(['front_desk', 'manager', 'administrator'] as const)('is the work of %s', async (role) => {
    const given = await givenCommunity(world)
    const { householdId } = await given.household()
    const [caller, staff] = [await given.person(), await given.staff(role)]
    const application = await apply(given, caller, { relation: 'family' })
    await decide(given, staff, application, { approve: true, householdId })
    const me = await readMe(world, caller.personId)
    expect(me.households).toMatchObject([{ householdId, relation: 'family' }])
    expect(me.applications).toMatchObject([{ id: application.id, state: 'approved' }])
    expect(await recorded(given)).toEqual([
      {
        actor: `staff:${staff.personId}`,
        action: 'application-approved',
        subject: `application ${application.id}`,
        details: { householdId, relation: 'family' },
      },
    ])
  })

  it.each(['finance', 'collector'] as const)('is not the work of %s', async (role) => {
    const given = await givenCommunity(world)
    const { householdId } = await given.household()
    const application = await apply(given, await given.person())
    const staff = await given.staff(role)
    await expect(decide(given, staff, application, { approve: true, householdId })).rejects.toMatchObject({
      code: 'not-allowed',
    })
    await expect(
      decide(given, await given.person(), application, { approve: true, householdId }),
    ).rejects.toMatchObject({ code: 'not-allowed' })
  })

  it('belongs to the staff of the community alone', async () => {
    const [given, other] = [await givenCommunity(world), await givenCommunity(world)]
    const [home, strange] = [await given.household(), await other.household()]
    const application = await apply(given, await given.person())
    const outsider = await other.staff('administrator')
    const approve = { approve: true, householdId: home.householdId } as const
    await expect(decide(given, outsider, application, approve)).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(decide(other, outsider, application, approve)).rejects.toMatchObject({ code: 'not-found' })
    const insider = await given.staff('manager')
    await expect(
      decide(given, insider, application, { approve: true, householdId: strange.householdId }),
    ).rejects.toMatchObject({ code: 'not-found' })
    expect((await listed(given))[0]?.application.state).toBe('pending')
  })

  it('declines with an answer the applicant reads, and links nothing', async () => {
    const given = await givenCommunity(world)
    const { householdId } = await given.household()
    const [caller, staff] = [await given.person(), await given.staff('front_desk')]
    const application = await apply(given, caller)
    await decide(given, staff, application, { approve: false, answer: '请带房产证到前台核对' })
    const me = await readMe(world, caller.personId)
    expect(me.applications).toMatchObject([{ state: 'rejected', answer: '请带房产证到前台核对' }])
    expect(me.households).toEqual([])
    const communityId = given.community
    await expect(
      asResident(world, caller, { communityId, householdId }, () => Promise.resolve()),
    ).rejects.toMatchObject({ code: 'not-found' })
    await apply(given, caller)
  })

  it('happens once, even when two staff decide at once', async () => {
    const given = await givenCommunity(world)
    const [one, other] = [await given.household(), await given.household()]
    for (let round = 0; round < 5; round++) {
      const caller = await given.person()
      const application = await apply(given, caller)
      const both = await Promise.allSettled([
        decide(given, await given.staff('front_desk'), application, { approve: true, ...one }),
        decide(given, await given.staff('manager'), application, { approve: true, ...other }),
      ])
      expect(both.filter(({ status }) => status === 'rejected')).toMatchObject([
        { reason: { code: 'application-decided' } },
      ])
      expect((await readMe(world, caller.personId)).households).toHaveLength(1)
    }
    expect(await recorded(given)).toHaveLength(5)
  })

  it('is not for the applicant, whatever post they hold', async () => {
    const given = await givenCommunity(world)
    const { householdId } = await given.household()
    const staff = await given.staff('administrator')
    const application = await apply(given, staff)
    await expect(decide(given, staff, application, { approve: true, householdId })).rejects.toMatchObject({
      code: 'own-application',
    })
    await decide(given, await given.staff('front_desk'), application, { approve: true, householdId })
  })

  it('makes an owner of somebody linked as family, and never the other way round', async () => {
    const given = await givenCommunity(world)
    const [one, other] = [await given.household(), await given.household()]
    const staff = await given.staff('front_desk')
    const risen = await given.person({ ...one, relation: 'family', phone: '13700000001' })
    await decide(given, staff, await apply(given, risen), { approve: true, ...one })
    expect((await readMe(world, risen.personId)).households[0]?.relation).toBe('owner')
    const owner = await given.person({ ...other, relation: 'owner', phone: '13700000002' })
    const asFamily = await apply(given, owner, { relation: 'family' })
    await decide(given, staff, asFamily, { approve: true, ...other })
    expect((await readMe(world, owner.personId)).households[0]?.relation).toBe('owner')
  })
})
