import { businessDate } from '@anjiao/shared/calendar'
import type { NewFeeStandard } from '@anjiao/shared/contract/fee-standards'
import { expect, it } from 'vitest'
import { givenCommunity, yuan } from '../local/testing/given.ts'
import { givenPrices } from '../local/testing/given-prices.ts'
import { testWorld } from '../local/testing/world.ts'
import { addFeeStandard } from './add-fee-standard.ts'
import { previewBillRun } from './index.ts'

const { world } = await testWorld()

const parking = (over: Partial<NewFeeStandard> = {}): NewFeeStandard => ({
  feeItem: '机动车停车费',
  name: '地下车位',
  fromDate: businessDate('2026-11-01'),
  price: { method: 'fixed', fixedFen: yuan('300.00') },
  publishedAs: '2026年业主大会决议',
  usage: null,
  quantityHundredths: 100,
  ...over,
})
const november = {
  cycle: 'monthly',
  fromDate: businessDate('2026-11-01'),
  dueDate: businessDate('2026-12-08'),
} as const

it('has rooms pay a fixed sum from its first month on', async () => {
  const given = await givenCommunity(world)
  await givenPrices(given).contract()
  await given.household()
  await given.household()
  expect(await given.inside((ctx) => addFeeStandard(ctx, parking()))).toMatchObject({
    feeItem: '机动车停车费',
    rooms: 2,
  })
  expect(await given.inside((ctx) => previewBillRun(ctx, november))).toMatchObject({
    charges: 2,
    amountFen: yuan('600'),
  })
})

it('leaves rooms alone that pay the fee already, and rooms of another kind', async () => {
  const given = await givenCommunity(world)
  await given.household()
  await given.inside((ctx) => addFeeStandard(ctx, parking()))
  expect(await given.inside((ctx) => addFeeStandard(ctx, parking({ name: '地面车位' })))).toMatchObject({
    rooms: 0,
  })
  expect(
    await given.inside((ctx) => addFeeStandard(ctx, parking({ feeItem: '商铺服务费', usage: '商铺' }))),
  ).toMatchObject({ rooms: 0 })
})

it('refuses a second standard of the same name, and a price that leaves something unpriced', async () => {
  const given = await givenCommunity(world)
  await given.inside((ctx) => addFeeStandard(ctx, parking()))
  await expect(given.inside((ctx) => addFeeStandard(ctx, parking()))).rejects.toMatchObject({
    code: 'fee-standard-exists',
  })
  const closed = parking({ name: '分档', price: { method: 'tier', tiers: [{ upTo: 100, rate: 10_000 }] } })
  await expect(given.inside((ctx) => addFeeStandard(ctx, closed))).rejects.toMatchObject({
    code: 'bad-input',
  })
})
