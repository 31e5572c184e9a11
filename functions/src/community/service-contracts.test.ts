import { businessDate } from '@anjiao/shared/calendar'
import { expect, it } from 'vitest'
import { givenCommunity } from '../local/testing/given.ts'
import { testWorld } from '../local/testing/world.ts'
import { endContract, enterContract, listContracts } from './service-contracts.ts'

const { world } = await testWorld()
const contract = (from: string, to: string | null = null) => ({
  name: `合同 ${from}`,
  fromDate: businessDate(from),
  toDate: to === null ? null : businessDate(to),
  feeModel: 'lump_sum' as const,
  lateFee: null,
})

it('keeps one contract at a time: another must wait until the first ended', async () => {
  const given = await givenCommunity(world)
  const [first] = await given.inside((ctx) => enterContract(ctx, contract('2020-01-01')))
  await expect(given.inside((ctx) => enterContract(ctx, contract('2026-01-01')))).rejects.toMatchObject({
    code: 'contract-overlaps',
  })
  await given.inside((ctx) => endContract(ctx, first?.id ?? (0 as never), businessDate('2025-12-31')))
  expect(await given.inside((ctx) => enterContract(ctx, contract('2026-01-01')))).toHaveLength(2)
})

it('remembers no late fee where none was agreed, and the clause where one was', async () => {
  const given = await givenCommunity(world)
  await given.inside((ctx) => enterContract(ctx, contract('2020-01-01', '2020-12-31')))
  const lateFee = { clause: '第十二条', dailyPpm: 100, afterDays: 30 }
  await given.inside((ctx) => enterContract(ctx, { ...contract('2021-01-01'), lateFee }))
  expect(await given.inside(listContracts)).toMatchObject([
    { lateFeeClause: '第十二条', lateFeeDailyPpm: 100, lateFeeAfterDays: 30 },
    { lateFeeClause: null, lateFeeDailyPpm: null },
  ])
})

it('refuses a day that is not in the calendar, and a contract of another community', async () => {
  const given = await givenCommunity(world)
  const other = await givenCommunity(world)
  const [first] = await given.inside((ctx) => enterContract(ctx, contract('2020-01-01')))
  await expect(
    given.inside((ctx) => enterContract(ctx, { ...contract('2020-01-01'), fromDate: '2026-02-30' as never })),
  ).rejects.toMatchObject({ code: 'bad-input' })
  await expect(
    other.inside((ctx) => endContract(ctx, first?.id ?? (0 as never), businessDate('2025-12-31'))),
  ).rejects.toMatchObject({ code: 'not-found' })
})
