import type { HouseholdId } from '@anjiao/shared/ids'
import { describe, expect, it } from 'vitest'
import { type GivenCommunity, givenCommunity } from '../../local/testing/given.ts'
import type { MpFailure } from '../../platform/wechat-mp/index.ts'
import { asResident } from '../access.ts'
import { grantStaff } from '../grant-staff.ts'
import { linkPerson } from '../people/link-person.ts'
import { newcomers } from '../testing/newcomers.ts'
import { failingWechat } from '../testing/wechat.ts'
import { bindKnownOwners } from './bind-known-owners.ts'
import { bindPhone } from './bind-phone.ts'

const { world, newPhone, newcomer, proves, meOf, homesOf } = await newcomers()

const ended = (given: GivenCommunity, householdId: HouseholdId) =>
  given.inside(
    ({ tx }) =>
      tx.run`update household set to_date = '2025-12-31' where (community_id, id) = (${given.community}, ${householdId})`,
  )

describe('a phone that WeChat vouches for', () => {
  it('opens every home registered with it, in every community, to be seen at once', async () => {
    const [here, there] = [await givenCommunity(world), await givenCommunity(world)]
    const phone = newPhone()
    const home = await here.household({ phone, owner: '王小明', building: '3栋', roomNo: '502' })
    const second = await here.household({ phone, roomNo: '601' })
    const away = await there.household({ phone })
    await there.household()
    const caller = await newcomer()

    const { me, newHouseholds } = await proves(caller, phone)

    expect(newHouseholds).toBe(3)
    expect(me.phoneMasked).toBe(`137****${phone.slice(-4)}`)
    expect(me.households.map(({ householdId }) => householdId)).toEqual([
      home.householdId,
      second.householdId,
      away.householdId,
    ])
    expect(me.households[0]).toMatchObject({
      communityId: here.community,
      roomName: '3栋 1单元 502',
      ownerMasked: '王**',
      relation: 'owner',
    })
    const communityId = there.community
    const { householdId } = away
    expect(
      await asResident(world, caller, { communityId, householdId }, (_, own) => Promise.resolve(own)),
    ).toEqual({ householdId, relation: 'owner' })
  })

  it('that no roll names brings no home', async () => {
    const given = await givenCommunity(world)
    await given.household()
    const { me, newHouseholds } = await proves(await newcomer(), newPhone())
    expect(newHouseholds).toBe(0)
    expect(me.households).toEqual([])
  })

  it('brings nothing new when it is proven again', async () => {
    const given = await givenCommunity(world)
    const { phone } = await given.household()
    const caller = await newcomer()
    expect((await proves(caller, phone)).newHouseholds).toBe(1)
    const again = await proves(caller, phone)
    expect(again.newHouseholds).toBe(0)
    expect(again.me.households).toHaveLength(1)
  })

  it('of another country opens no home, even where its digits read like a number on the roll', async () => {
    const given = await givenCommunity(world)
    const { phone } = await given.household({ phone: '15123456789' })
    const { me, newHouseholds } = await proves(await newcomer(), `+49 ${phone}`)
    expect(newHouseholds).toBe(0)
    expect(me.phoneMasked).toBe('+49****6789')
  })

  it.each([
    [{ kind: 'code-invalid', rid: undefined }, 'phone-code-invalid'],
    [{ kind: 'user-blocked', rid: undefined }, 'wechat-account-restricted'],
    [{ kind: 'unknown-outcome', why: 'network' }, 'wechat-unavailable'],
  ] satisfies [MpFailure, string][])('is not taken on %j (%s)', async (failure, code) => {
    const caller = await newcomer()
    const unlucky = { ...world, wechatMp: failingWechat(failure) }
    await expect(bindPhone(unlucky, caller, 'any')).rejects.toMatchObject({ code })
    expect((await meOf(caller)).phoneMasked).toBeNull()
  })

  it('replaces the one before; homes of both stay', async () => {
    const given = await givenCommunity(world)
    const [old, next] = [await given.household(), await given.household()]
    const caller = await newcomer()
    await proves(caller, old.phone)
    const { me } = await proves(caller, next.phone)
    expect(me.phoneMasked).toContain(next.phone.slice(-4))
    expect(me.households).toHaveLength(2)
  })
})

describe('a former owner', () => {
  it('who still owes sees the home and may pay, after all current ones', async () => {
    const given = await givenCommunity(world)
    const phone = newPhone()
    const sold = await given.household({ phone })
    await given.charge(sold.householdId, { owes: '300.00' })
    await ended(given, sold.householdId)
    const bought = await given.household({ phone })
    const { me, newHouseholds } = await proves(await newcomer(), phone)
    expect(newHouseholds).toBe(2)
    expect(me.households.map(({ householdId }) => householdId)).toEqual([
      bought.householdId,
      sold.householdId,
    ])
  })

  it('with money paid ahead sees the home', async () => {
    const given = await givenCommunity(world)
    const { householdId, phone } = await given.household()
    await given.advance(householdId, '12.00')
    await ended(given, householdId)
    expect((await proves(await newcomer(), phone)).newHouseholds).toBe(1)
  })

  it('with nothing open is not shown a home of the past, nor told of one', async () => {
    const given = await givenCommunity(world)
    const { householdId, phone } = await given.household()
    await ended(given, householdId)
    const { me, newHouseholds } = await proves(await newcomer(), phone)
    expect(newHouseholds).toBe(0)
    expect(me.households).toEqual([])
  })
})

describe('what waits for a phone', () => {
  it('a link an owner prepared is claimed by whoever proves the number', async () => {
    const given = await givenCommunity(world)
    const { householdId } = await given.household()
    const phone = newPhone()
    await given.inside((ctx) => linkPerson(ctx, householdId, { phone, relation: 'tenant', label: '小李' }))
    const caller = await newcomer()
    expect((await proves(caller, phone)).newHouseholds).toBe(1)
    expect(await homesOf(caller)).toEqual([{ householdId, relation: 'tenant' }])
  })

  it('a post given to the number comes with it, and so do homes linked meanwhile', async () => {
    const given = await givenCommunity(world)
    const { householdId } = await given.household()
    const phone = newPhone()
    await given.inside((ctx) => grantStaff(ctx, { phone, name: '李会计', roles: ['finance'] }))
    await given.inside((ctx) => linkPerson(ctx, householdId, { phone, relation: 'family', label: '' }))
    const caller = await newcomer()
    const { me, newHouseholds } = await proves(caller, phone)
    expect(newHouseholds).toBe(1)
    expect(me.staff).toEqual([
      { communityId: given.community, communityName: expect.any(String), name: '李会计', roles: ['finance'] },
    ])
  })

  it('joins what the person has already: one link a home, and the home of an earlier phone stays', async () => {
    const given = await givenCommunity(world)
    const own = await given.household()
    const caller = await newcomer()
    await proves(caller, own.phone)
    const phone = newPhone()
    await given.inside((ctx) => linkPerson(ctx, own.householdId, { phone, relation: 'family', label: '' }))
    await given.inside((ctx) => grantStaff(ctx, { phone, name: '张三', roles: ['manager'] }))
    const { me, newHouseholds } = await proves(caller, phone)
    expect(newHouseholds).toBe(0)
    expect(await homesOf(caller)).toEqual([{ householdId: own.householdId, relation: 'owner' }])
    expect(me.staff.map(({ roles }) => roles)).toEqual([['manager']])
  })

  it('becomes ownership where the roll names the number of a family member', async () => {
    const given = await givenCommunity(world)
    const { householdId } = await given.household()
    const phone = newPhone()
    const caller = await given.person({ householdId, relation: 'family' })
    await given.inside(
      ({ tx }) => tx.run`update household set owner_phones = owner_phones || ${[phone]}::text[]
                          where (community_id, id) = (${given.community}, ${householdId})`,
    )
    await proves(caller, phone)
    expect(await homesOf(caller)).toEqual([{ householdId, relation: 'owner' }])
  })
})

describe('a phone that another person with a WeChat account of their own has proven', () => {
  it('passes on with the homes on the roll, and takes from the other nothing but itself', async () => {
    const given = await givenCommunity(world)
    const [home, linked] = [await given.household(), await given.household()]
    const { phone } = home
    await given.inside((ctx) => grantStaff(ctx, { phone, name: '王五', roles: ['administrator'] }))
    const before = await newcomer()
    await proves(before, phone)
    await given.inside((ctx) => linkPerson(ctx, linked.householdId, { phone, relation: 'tenant', label: '' }))
    const after = await newcomer()

    const { me } = await proves(after, phone)

    expect(me.staff).toEqual([])
    expect(await homesOf(after)).toEqual([{ householdId: home.householdId, relation: 'owner' }])
    const other = await meOf(before)
    expect(other.phoneMasked).toBeNull()
    expect(other.staff).toHaveLength(1)
    expect(other.households).toHaveLength(2)
  })
})

describe('a roll that comes after the owner', () => {
  it('links those who have proven the phone before, once', async () => {
    const given = await givenCommunity(world)
    const phone = newPhone()
    const caller = await newcomer()
    await proves(caller, phone)
    const { householdId } = await given.household({ phone })
    await given.household()
    expect(await given.inside(bindKnownOwners)).toBe(1)
    expect(await given.inside(bindKnownOwners)).toBe(0)
    expect(await homesOf(caller)).toEqual([{ householdId, relation: 'owner' }])
  })
})
