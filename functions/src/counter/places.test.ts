import type { ChangedPlace, NewPlace } from '@anjiao/shared/contract/counter'
import type { MoneyPlaceId } from '@anjiao/shared/ids'
import { expect, it } from 'vitest'
import { claimPhone } from '../identity/binding/claim-phone.ts'
import { grantStaff } from '../identity/index.ts'
import { givenCounter } from '../local/testing/given-counter.ts'
import { testWorld } from '../local/testing/world.ts'
import { asPerson } from '../platform/context.ts'
import { counterRoutes } from './routes.ts'

const { world } = await testWorld()

async function aCounter() {
  const given = await givenCounter(world)
  const { communityId } = given
  return {
    ...given,
    setUp: (body: NewPlace, caller = given.finance) =>
      counterRoutes['POST /v1/staff/communities/:communityId/money-places']({
        ...given.asked(),
        caller,
        params: { communityId },
        body,
      }),
    change: (placeId: MoneyPlaceId, body: ChangedPlace) =>
      counterRoutes['PUT /v1/staff/communities/:communityId/money-places/:placeId']({
        ...given.asked(),
        caller: given.finance,
        params: { communityId, placeId },
        body,
      }),
  }
}

it('finance sets up accounts by their last digits, and nobody else does', async () => {
  const given = await aCounter()
  const account = { kind: 'bank', name: '工行基本户', lastDigits: '1234', holderId: null } as const
  expect(await given.setUp(account)).toMatchObject({ name: '工行基本户', lastDigits: '1234', inUse: true })
  await expect(given.setUp(account)).rejects.toMatchObject({ code: 'place-name-taken' })
  await expect(given.setUp({ ...account, name: '二' }, given.clerk)).rejects.toMatchObject({
    code: 'not-allowed',
  })
})

it('a till has a holder who takes money, and nothing else has one', async () => {
  const given = await aCounter()
  const till = { kind: 'cash', name: '二号柜', lastDigits: '', holderId: null } as const
  await expect(given.setUp(till)).rejects.toMatchObject({ code: 'till-needs-holder' })
  await expect(given.setUp({ ...till, kind: 'pos', holderId: given.clerk.personId })).rejects.toMatchObject({
    code: 'till-needs-holder',
  })
  await expect(given.setUp({ ...till, holderId: given.manager.personId })).rejects.toMatchObject({
    code: 'holder-not-clerk',
  })
  const collector = await given.staff('collector')
  expect(await given.setUp({ ...till, holderId: collector.personId })).toMatchObject({ holderName: '员工' })
})

it('a till of a clerk who has left waits for finance to name another', async () => {
  const given = await aCounter()
  await given.inside(
    ({ tx, community }) => tx.run`
    delete from staff where (community_id, person_id) = (${community}, ${given.clerk.personId})`,
  )
  await expect(given.open(given.till, given.other)).rejects.toMatchObject({ code: 'not-your-till' })
  const to = { name: '一号柜', lastDigits: '', inUse: true }
  await given.change(given.till, { ...to, holderId: given.other.personId })
  expect(await given.open(given.till, given.other)).toMatchObject({ state: 'open' })
})

it('a till is held by who takes up the post that it was given to', async () => {
  const given = await aCounter()
  const phone = '13812349999'
  const entered = await given.inside((ctx) =>
    grantStaff(ctx, { phone, name: '新来的前台', roles: ['front_desk'] }),
  )
  const { id } = await given.setUp({ kind: 'cash', name: '三号柜', lastDigits: '', holderId: entered })
  const newcomer = await given.person()
  await given.inside(
    ({ tx, community }) => tx.run`
    update staff set person_id = ${newcomer.personId} where (community_id, person_id) = (${community}, ${entered})`,
  )
  expect(await given.open(id, newcomer)).toMatchObject({ state: 'open', clerkName: '新来的前台' })
})

it('a till that is handed over follows who takes it to their first sign-in', async () => {
  const given = await aCounter()
  const phone = '13812348888'
  const entered = await given.inside((ctx) =>
    grantStaff(ctx, { phone, name: '接班的前台', roles: ['front_desk'] }),
  )
  const session = await given.open()
  const newcomer = await given.person()
  await given.count(session.id, '0', { handTo: { ...newcomer, personId: entered } })
  await asPerson(world, newcomer.personId, (ctx) => claimPhone(ctx, newcomer.personId, phone), phone)
  expect((await given.view(newcomer)).handedToYou).toMatchObject([{ id: session.id, handTo: '接班的前台' }])
  expect(await given.takeOver(session.id, '0', newcomer)).toMatchObject({
    state: 'open',
    clerkName: '接班的前台',
  })
})

it('a till that was to go to somebody who has left is handed over anew', async () => {
  const given = await aCounter()
  const session = await given.open()
  await given.count(session.id, '0', { handTo: given.other })
  await given.inside(
    ({ tx, community }) => tx.run`
    delete from staff where (community_id, person_id) = (${community}, ${given.other.personId})`,
  )
  expect(await given.count(session.id, '0', { handTo: given.finance })).toMatchObject({ handTo: '员工' })
  expect(await given.takeOver(session.id, '0', given.finance)).toMatchObject({ state: 'open' })
})

it('a till goes out of use only empty and counted, and is then opened no more', async () => {
  const given = await aCounter()
  const to = { name: '一号柜', lastDigits: '', holderId: given.clerk.personId, inUse: false }
  const session = await given.open()
  await expect(given.change(given.till, to)).rejects.toMatchObject({ code: 'till-in-use' })
  await given.count(session.id, '0')
  await given.confirm(session.id)
  expect(await given.change(given.till, to)).toMatchObject({ name: '一号柜', inUse: false })
  await expect(given.open()).rejects.toMatchObject({ code: 'place-not-usable' })
})

it('what another community set up is not found', async () => {
  const [here, there] = [await aCounter(), await aCounter()]
  await expect(
    here.change(there.bank, { name: '我们的', lastDigits: '', holderId: null, inUse: true }),
  ).rejects.toMatchObject({ code: 'not-found' })
  await expect(here.open(there.till)).rejects.toMatchObject({ code: 'not-found' })
})
