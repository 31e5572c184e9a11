import { businessDate } from '@anjiao/shared/calendar'
import type { ChargeId, HouseholdId, PersonId } from '@anjiao/shared/ids'
import { pricingWords } from '@anjiao/shared/pricing-words'
import { expect, it } from 'vitest'
import { type GivenCommunity, givenCommunity, yuan } from '../local/testing/given.ts'
import { givenBilling, runOf } from '../local/testing/given-billing.ts'
import { perSquareMetre } from '../local/testing/given-prices.ts'
import { testWorld } from '../local/testing/world.ts'
import { type Actor, inCommunity } from '../platform/context.ts'
import { addPriceVersion } from './add-price-version.ts'
import { cancelCharge } from './cancel-charge.ts'
import { chargeStatement } from './charge-statement.ts'

const { world, clock } = await testWorld()
const manager: Actor = { kind: 'staff', personId: 7 as PersonId, roles: ['manager'] }

const statementOf = ({ inside }: GivenCommunity, householdId: HouseholdId, chargeId: ChargeId) =>
  inside((ctx) => chargeStatement(ctx, householdId, chargeId))

async function aBilledHome() {
  const given = await givenBilling(world)
  await given.bill(runOf('quarterly', '2026-10-01'))
  const { id: chargeId } = await given.inside(
    ({ tx, community }) => tx.one<{ id: ChargeId }>`select id from charge where community_id = ${community}`,
  )
  return { given, chargeId, householdId: given.first.householdId }
}

it('shows the formula, what it was published as, and all that happened, in order', async () => {
  const { given, chargeId, householdId } = await aBilledHome()
  clock.set('2026-11-25T10:00:00+08:00')
  await given.settle(chargeId, '50.00')
  const statement = await statementOf(given, householdId, chargeId)
  expect(statement).toMatchObject({
    charge: {
      id: chargeId,
      feeItem: '物业服务费',
      amountFen: yuan('650.76'),
      openFen: yuan('600.76'),
      origin: 'bill',
      state: 'partly_paid',
      overdue: false,
    },
    ownerMasked: '王**',
    publishedAs: '2020年业主大会决议',
    history: [
      { date: '2026-11-23', kind: 'bill', amountFen: yuan('650.76'), memo: '' },
      { date: '2026-11-25', kind: 'payment', amountFen: yuan('-50'), memo: '' },
    ],
  })
  expect(pricingWords(statement.pricing)).toBe('2.20 元/㎡·月 × 98.60 ㎡ × 3 个月')
  clock.set('2026-11-23T10:00:00+08:00')
})

it('stays as it was when a new price is set', async () => {
  const { given, chargeId, householdId } = await aBilledHome()
  const before = await statementOf(given, householdId, chargeId)
  await inCommunity(world, given.community, manager, (ctx) =>
    addPriceVersion(ctx, given.standardId, {
      fromDate: businessDate('2027-01-01'),
      price: perSquareMetre('3.00'),
      publishedAs: '新决议',
    }),
  )
  expect(await statementOf(given, householdId, chargeId)).toEqual(before)
})

it('shows why a charge was cancelled, also when it had been paid in full', async () => {
  const { given, chargeId, householdId } = await aBilledHome()
  await given.settle(chargeId, '650.76')
  await inCommunity(world, given.community, manager, (ctx) => cancelCharge(ctx, chargeId, '面积登记有误'))
  expect(await statementOf(given, householdId, chargeId)).toMatchObject({
    charge: { state: 'cancelled', openFen: 0, overdue: false },
    history: [
      { kind: 'bill', amountFen: yuan('650.76') },
      { kind: 'payment', amountFen: yuan('-650.76') },
      { kind: 'cancellation', amountFen: 0, memo: '面积登记有误' },
    ],
  })
})

it('is refused for a charge of another home or community', async () => {
  const { given, chargeId, householdId } = await aBilledHome()
  const { householdId: neighbour } = await given.household()
  await expect(statementOf(given, neighbour, chargeId)).rejects.toMatchObject({ code: 'not-found' })
  const other = await givenCommunity(world)
  await expect(statementOf(other, householdId, chargeId)).rejects.toMatchObject({ code: 'not-found' })
})
