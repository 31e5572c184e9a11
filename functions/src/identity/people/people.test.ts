import type { HouseholdId, MembershipId } from '@anjiao/shared/ids'
import { describe, expect, it } from 'vitest'
import { type GivenCommunity, givenCommunity } from '../../local/testing/given.ts'
import { testWorld } from '../../local/testing/world.ts'
import type { World } from '../../platform/context.ts'
import type { Caller } from '../../platform/http/routes.ts'
import { asResident } from '../access.ts'
import { bindPhone } from '../binding/bind-phone.ts'
import { grantStaff } from '../grant-staff.ts'
import { plainWechat } from '../testing/wechat.ts'
import { asOwner } from './as-owner.ts'
import { linkPerson, type NewLink } from './link-person.ts'
import { listPeople } from './list-people.ts'
import { unlinkPerson } from './unlink-person.ts'

const { world: bare } = await testWorld()
const world: World = { ...bare, wechatMp: plainWechat() }

let made = 0
const newPhone = () => `136${String(10_000_000 + ++made)}`

async function anOwnedHome(given: GivenCommunity) {
  const { householdId, phone } = await given.household()
  const owner = await given.person({ householdId, phone })
  const home = { communityId: given.community, householdId }
  return {
    home,
    owner,
    householdId,
    link: (by: Caller, link: Partial<NewLink> = {}) =>
      asOwner(world, by, home, (ctx) =>
        linkPerson(ctx, householdId, { phone: newPhone(), relation: 'family', label: '', ...link }),
      ),
    unlink: (by: Caller, membershipId: MembershipId) =>
      asOwner(world, by, home, (ctx) => unlinkPerson(ctx, householdId, membershipId)),
    list: (by: Caller = owner) =>
      asOwner(world, by, home, (ctx) => listPeople(ctx, householdId, by.personId)),
    sees: (who: Caller) => asResident(world, who, home, (_, own) => Promise.resolve(own.relation)),
  }
}

const linkOf = async (people: ReturnType<Awaited<ReturnType<typeof anOwnedHome>>['list']>, label: string) => {
  const found = (await people).find((person) => person.label === label)
  if (!found) throw new Error(`nobody called ${label}`)
  return found.membershipId
}

describe('linking', () => {
  it('lets a tenant see the home only from then, and only until unlinked', async () => {
    const { owner, link, unlink, list, sees } = await anOwnedHome(await givenCommunity(world))
    const phone = newPhone()
    const tenant = await (await givenCommunity(world)).person()
    await bindPhone(world, tenant, `phone of ${phone}`)
    await expect(sees(tenant)).rejects.toMatchObject({ code: 'not-found' })
    await link(owner, { phone, relation: 'tenant', label: '租客' })
    expect(await sees(tenant)).toBe('tenant')
    await unlink(owner, await linkOf(list(), '租客'))
    await expect(sees(tenant)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('waits for a phone nobody has proven, and shows it masked', async () => {
    const { owner, link, list, sees } = await anOwnedHome(await givenCommunity(world))
    const phone = newPhone()
    await link(owner, { phone, label: ' 女儿 ' })
    const waiting = {
      joined: false,
      phoneMasked: `136****${phone.slice(-4)}`,
      label: '女儿',
      relation: 'family',
    }
    expect(await list()).toMatchObject([{ relation: 'owner', isMe: true, joined: true }, waiting])
    const daughter = await (await givenCommunity(world)).person()
    await bindPhone(world, daughter, `phone of ${phone}`)
    expect((await list())[1]).toMatchObject({ ...waiting, joined: true, isMe: false })
    expect(await sees(daughter)).toBe('family')
  })

  it('a phone that was given a post shows as not joined until its holder signs in', async () => {
    const given = await givenCommunity(world)
    const { owner, link, list } = await anOwnedHome(given)
    const phone = newPhone()
    await given.inside((ctx) => grantStaff(ctx, { phone, name: '员工', roles: ['finance'] }))
    await link(owner, { phone, label: '家人' })
    expect((await list())[1]).toMatchObject({ joined: false, phoneMasked: `136****${phone.slice(-4)}` })
  })

  it('the same phone twice is refused, waiting or joined, one’s own too', async () => {
    const { owner, link } = await anOwnedHome(await givenCommunity(world))
    const phone = newPhone()
    const twice = await Promise.allSettled([
      link(owner, { phone }),
      link(owner, { phone, relation: 'tenant' }),
    ])
    const refused = { code: 'already-linked' }
    expect(twice.filter(({ status }) => status === 'rejected')).toMatchObject([{ reason: refused }])
    const child = await (await givenCommunity(world)).person()
    await bindPhone(world, child, `phone of ${phone}`)
    await expect(link(owner, { phone })).rejects.toMatchObject(refused)
    const own = newPhone()
    await bindPhone(world, owner, `phone of ${own}`)
    await expect(link(owner, { phone: own })).rejects.toMatchObject(refused)
  })

  it('stops at ten people a home, however quickly they are added', async () => {
    const { owner, link, unlink, list } = await anOwnedHome(await givenCommunity(world))
    const many = await Promise.allSettled(
      Array.from({ length: 12 }, (_, at) => link(owner, { label: `第${at}位` })),
    )
    const refused = many.filter(({ status }) => status === 'rejected')
    expect(refused).toHaveLength(3)
    expect(refused[0]).toMatchObject({ reason: { code: 'home-is-full', facts: { limit: 10 } } })
    const last = (await list()).at(-1)
    await unlink(owner, last?.membershipId ?? (0 as MembershipId))
    await link(owner)
  })

  it('and unlinking are recorded, without the phone', async () => {
    const given = await givenCommunity(world)
    const { owner, link, unlink, list, householdId } = await anOwnedHome(given)
    await link(owner, { phone: '13612345678', label: '儿子' })
    await unlink(owner, await linkOf(list(), '儿子'))
    const log = await given.inside(
      ({ tx }) =>
        tx.rows<{ action: string; actor: string; subject: string }>`select * from audit_log order by id`,
    )
    expect(log).toMatchObject([
      { action: 'person-linked', actor: `person:${owner.personId}`, subject: `household ${householdId}` },
      { action: 'person-unlinked', actor: `person:${owner.personId}`, subject: `household ${householdId}` },
    ])
    expect(JSON.stringify(log)).not.toContain('13612345678')
  })
})

describe('unlinking', () => {
  it('leaves owners where they are, oneself and others', async () => {
    const given = await givenCommunity(world)
    const { owner, unlink, list, home } = await anOwnedHome(given)
    await given.person({ householdId: home.householdId, phone: newPhone() })
    for (const { membershipId } of await list())
      await expect(unlink(owner, membershipId)).rejects.toMatchObject({ code: 'owner-stays' })
    expect(await list()).toHaveLength(2)
  })

  it('does not reach into another home', async () => {
    const given = await givenCommunity(world)
    const [mine, theirs] = [await anOwnedHome(given), await anOwnedHome(given)]
    await theirs.link(theirs.owner, { label: '家人' })
    const strange = await linkOf(theirs.list(), '家人')
    await expect(mine.unlink(mine.owner, strange)).rejects.toMatchObject({ code: 'not-found' })
    expect(await theirs.list()).toHaveLength(2)
  })
})

describe('who may', () => {
  it.each(['family', 'tenant'] as const)('%s see neither the list nor change it', async (relation) => {
    const given = await givenCommunity(world)
    const { home, link, list, unlink } = await anOwnedHome(given)
    const linked = await given.person({ householdId: home.householdId, relation })
    const refused = { code: 'owner-only' }
    await expect(list(linked)).rejects.toMatchObject(refused)
    await expect(link(linked)).rejects.toMatchObject(refused)
    const own =
      (await list()).find(({ relation: its }) => its === relation)?.membershipId ?? (0 as MembershipId)
    await expect(unlink(linked, own)).rejects.toMatchObject(refused)
  })

  it('nobody else learns whether the home is there', async () => {
    const [given, other] = [await givenCommunity(world), await givenCommunity(world)]
    const { home, list } = await anOwnedHome(given)
    const neighbour = await anOwnedHome(given)
    const hidden = { code: 'not-found' }
    await expect(list(neighbour.owner)).rejects.toMatchObject(hidden)
    await expect(list(await other.person())).rejects.toMatchObject(hidden)
    await expect(list(await given.staff('administrator'))).rejects.toMatchObject(hidden)
    const nowhere = { communityId: home.communityId, householdId: 987_654_321 as HouseholdId }
    const nothing = asOwner(world, neighbour.owner, nowhere, () => Promise.resolve())
    await expect(nothing).rejects.toMatchObject(hidden)
    const elsewhere = { communityId: other.community, householdId: home.householdId }
    const own = asOwner(world, neighbour.owner, elsewhere, () => Promise.resolve())
    await expect(own).rejects.toMatchObject(hidden)
  })
})
