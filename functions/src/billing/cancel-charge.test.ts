import type { ChargeId, PersonId } from '@anjiao/shared/ids'
import { expect, it } from 'vitest'
import { post } from '../ledger/index.ts'
import { type GivenCommunity, givenCommunity, yuan } from '../local/testing/given.ts'
import { untilSomebodyWaits } from '../local/testing/until-somebody-waits.ts'
import { testWorld } from '../local/testing/world.ts'
import { type Actor, inCommunity } from '../platform/context.ts'
import type { StaffRole } from '../platform/database-types.ts'
import { cancelCharge } from './cancel-charge.ts'
import { householdBills } from './household-bills.ts'

const { world } = await testWorld()

const staff = (...roles: StaffRole[]): Actor => ({ kind: 'staff', personId: 7 as PersonId, roles })

const cancel = ({ community }: GivenCommunity, chargeId: ChargeId, actor = staff('manager')) =>
  inCommunity(world, community, actor, (ctx) => cancelCharge(ctx, chargeId, '重复出账'))

async function aHome() {
  const given = await givenCommunity(world)
  const { householdId } = await given.household()
  const chargeId = await given.charge(householdId, { owes: '100.00' })
  return { ...given, householdId, chargeId }
}

it('takes an open charge back: it is owed no more and counts in no sum', async () => {
  const given = await aHome()
  await cancel(given, given.chargeId)
  expect(await given.books.balances()).toEqual({})
  const bills = await given.inside((ctx) => householdBills(ctx, given.householdId))
  expect(bills).toMatchObject({ openFen: 0, overdueFen: 0, advanceFen: 0 })
  expect(bills.years).toMatchObject([
    { amountFen: 0, openFen: 0, charges: [{ state: 'cancelled', amountFen: yuan('100'), openFen: 0 }] },
  ])
  expect(await given.books.audit()).toEqual([])
})

it.each([
  ['part of it', '30.00'],
  ['all of it', '100.00'],
])('gives back as advance what had been paid: %s', async (_, paid) => {
  const given = await aHome()
  await given.settle(given.chargeId, paid)
  await cancel(given, given.chargeId)
  expect(await given.books.advance(given.householdId)).toBe(yuan(paid))
  expect(await given.books.balances()).toEqual({ cash: yuan(paid), advance: yuan(`-${paid}`) })
  expect(await given.books.audit()).toEqual([])
})

it('is written down once, with who did it and by how much; the second time it is refused', async () => {
  const given = await aHome()
  const [first, second] = await Promise.allSettled([
    cancel(given, given.chargeId),
    cancel(given, given.chargeId),
  ])
  expect([first.status, second.status].toSorted()).toEqual(['fulfilled', 'rejected'])
  await expect(cancel(given, given.chargeId)).rejects.toMatchObject({ code: 'charge-cancelled' })
  const logged = await given.inside(
    ({ tx, community }) => tx.rows`
      select actor, action, subject, (details ->> 'amountFen')::bigint as amount_fen from audit_log
       where community_id = ${community}`,
  )
  expect(logged).toEqual([
    {
      actor: 'staff:7',
      action: 'charge-cancelled',
      subject: `charge ${given.chargeId}`,
      amountFen: yuan('100'),
    },
  ])
  const entries = await given.inside(
    ({ tx, community }) => tx.rows`
      select e.source, e.memo, born.kind from entry e
        join entry born on (born.community_id, born.id) = (e.community_id, e.reverses_id)
       where e.community_id = ${community} and e.kind = 'cancellation'`,
  )
  expect(entries).toEqual([{ source: `cancel:${given.chargeId}`, memo: '重复出账', kind: 'opening' }])
})

it('waits for a payment that is being booked, and gives back what it settled', async () => {
  const given = await aHome()
  const cancelling = await given.inside(async (ctx) => {
    await post(ctx, {
      kind: 'payment',
      source: 'payment:under-way',
      businessDate: ctx.today,
      lines: [
        { account: 'cash', place: 'till', amountFen: yuan('100') },
        { account: 'receivable', chargeId: given.chargeId, amountFen: yuan('-100') },
      ],
    })
    const done = cancel(given, given.chargeId)
    await untilSomebodyWaits(ctx)
    // Wrapped: a promise given back by itself would be waited for before this transaction ends.
    return { done }
  })
  await cancelling.done
  expect(await given.books.advance(given.householdId)).toBe(yuan('100'))
  expect(await given.books.audit()).toEqual([])
})

it.each([[staff('finance')], [staff('front_desk', 'collector')], [{ kind: 'system', task: 'x' } as const]])(
  'is for managers: refused to %j',
  async (actor) => {
    const given = await aHome()
    await expect(cancel(given, given.chargeId, actor)).rejects.toMatchObject({ code: 'not-allowed' })
  },
)

it('finds no charge of another community', async () => {
  const given = await aHome()
  const other = await givenCommunity(world)
  await expect(cancel(other, given.chargeId)).rejects.toMatchObject({ code: 'not-found' })
})
