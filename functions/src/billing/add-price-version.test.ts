import { businessDate } from '@anjiao/shared/calendar'
import type { FeeStandardId, PersonId } from '@anjiao/shared/ids'
import { expect, it } from 'vitest'
import { givenBilling, runOf } from '../local/testing/given-billing.ts'
import { perMonth, perSquareMetre } from '../local/testing/given-prices.ts'
import { testWorld } from '../local/testing/world.ts'
import { type Actor, inCommunity } from '../platform/context.ts'
import { addPriceVersion } from './add-price-version.ts'
import type { Price } from './price.ts'

const { world } = await testWorld()
const finance: Actor = { kind: 'staff', personId: 7 as PersonId, roles: ['finance'] }

async function aStandard() {
  const given = await givenBilling(world)
  const add = (from: string, price: Price, standardId: FeeStandardId = given.standardId) =>
    inCommunity(world, given.community, finance, (ctx) =>
      addPriceVersion(ctx, standardId, {
        fromDate: businessDate(from),
        price,
        publishedAs: '2027年业主大会决议',
      }),
    )
  return { ...given, add }
}

it('a new price stands beside the old ones, newest first, and is written down with who set it', async () => {
  const { add, inside, community, standardId } = await aStandard()
  const standard = await add('2027-01-01', perSquareMetre('2.50'))
  expect(standard).toMatchObject({ id: standardId, feeItem: '物业服务费', rooms: 1 })
  expect(standard.versions.map(({ fromDate, rate, publishedAs }) => [fromDate, rate, publishedAs])).toEqual([
    ['2027-01-01', 25_000, '2027年业主大会决议'],
    ['2020-01-01', 22_000, '2020年业主大会决议'],
  ])
  const logged = await inside(
    ({ tx }) => tx.rows`
      select actor, action, subject, details ->> 'fromDate' as from_date from audit_log where community_id = ${community}`,
  )
  expect(logged).toEqual([
    {
      actor: 'staff:7',
      action: 'price-version-added',
      subject: `fee standard ${standardId}`,
      fromDate: '2027-01-01',
    },
  ])
})

it('may change the way a price is reckoned', async () => {
  const { add } = await aStandard()
  const tiers = [
    { upTo: 5_000, rate: 10_000 },
    { upTo: null, rate: 20_000 },
  ]
  await add('2027-01-01', perMonth('200.00'))
  const { versions } = await add('2027-02-01', { method: 'tier', tiers })
  expect(versions[0]).toMatchObject({ method: 'tier', tiers, rate: null, fixedFen: null })
  expect(versions[1]).toMatchObject({ method: 'fixed', fixedFen: 20_000, tiers: null })
})

it('refuses a price for time that was charged already, and says from when on one may begin', async () => {
  const { add, bill } = await aStandard()
  await bill(runOf('quarterly', '2026-10-01'))
  await expect(add('2026-12-01', perSquareMetre('2.50'))).rejects.toMatchObject({
    code: 'price-already-billed',
    facts: { date: '2027年1月1日' },
  })
  await add('2027-01-01', perSquareMetre('2.50'))
})

it('refuses a second price for a day, a price that begins inside a month, and an unknown standard', async () => {
  const { add } = await aStandard()
  await add('2027-01-01', perSquareMetre('2.50'))
  await expect(add('2027-01-01', perSquareMetre('2.60'))).rejects.toMatchObject({
    code: 'price-version-exists',
  })
  await expect(add('2027-02-15', perSquareMetre('2.60'))).rejects.toMatchObject({ code: 'bad-input' })
  const other = await aStandard()
  await expect(add('2027-02-01', perSquareMetre('2.60'), other.standardId)).rejects.toMatchObject({
    code: 'not-found',
  })
})
