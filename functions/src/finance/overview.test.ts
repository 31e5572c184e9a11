import { businessDate } from '@anjiao/shared/calendar'
import type { FinanceList } from '@anjiao/shared/vocabulary'
import ExcelJS from 'exceljs'
import { beforeEach, describe, expect, it } from 'vitest'
import { yuan } from '../local/testing/given.ts'
import { givenCounter } from '../local/testing/given-counter.ts'
import { givenDebits } from '../local/testing/given-debits.ts'
import { testWorld } from '../local/testing/world.ts'
import { aPaidHome } from '../refunds/testing/a-paid-home.ts'
import { linkToFinanceList, openFinanceList } from './list-file.ts'
import { financeOverview } from './overview.ts'
import { financeRoutes } from './routes.ts'

const { world, clock } = await testWorld()
const day = businessDate

beforeEach(() => clock.set('2026-11-23T10:00:00+08:00'))

const november = { from: day('2026-11-01'), to: day('2026-11-30') }

/** A home pays 300.00 in cash and 200.00 by transfer on the 23rd; the cash was a mistake and is taken back on the 24th. */
async function aFewDays() {
  const given = await givenCounter(world)
  const { householdId } = await given.household()
  const first = await given.charge(householdId, { owes: '300.00' })
  const second = await given.charge(householdId, { owes: '200.00' })
  await given.open()
  const cash = await given.take(householdId, '300.00', {
    choice: { kind: 'charges', chargeIds: [first] },
  })
  await given.take(householdId, '200.00', {
    choice: { kind: 'charges', chargeIds: [second] },
    method: 'transfer',
    placeId: given.bank,
    voucherNumber: '0012345678',
  })
  await given.number(cash.id)
  clock.set('2026-11-24T10:00:00+08:00')
  await given.reverse(cash.id, given.finance)
  return { ...given, householdId }
}

describe('what came in', () => {
  it('is told by day and way; a receipt that was taken back counts against the day on which it was', async () => {
    const { inside } = await aFewDays()
    const { days, routes, receivedFen } = await inside((ctx) => financeOverview(ctx, november))
    expect(days).toHaveLength(30)
    expect(days.filter(({ received }) => received.length > 0)).toEqual([
      {
        day: '2026-11-23',
        received: [
          { route: 'cash', times: 1, amountFen: 30_000 },
          { route: 'transfer', times: 1, amountFen: 20_000 },
        ],
        receivedFen: 50_000,
        returnedFen: 0,
        feeFen: 0,
      },
      {
        day: '2026-11-24',
        received: [{ route: 'cash', times: -1, amountFen: -30_000 }],
        receivedFen: -30_000,
        returnedFen: 0,
        feeFen: 0,
      },
    ])
    expect(routes).toEqual([{ route: 'transfer', times: 1, amountFen: 20_000 }])
    expect(receivedFen).toBe(20_000)
  })

  it('agrees with the books: what came in less what went back and what it cost is what lies in all places', async () => {
    const home = await aPaidHome(world)
    const refundId = await home.ask({
      parts: [home.part(0, '40.00')],
    })
    await home.decide(refundId)
    await home.told(refundId, 'SUCCESS')
    const told = await home.inside((ctx) => financeOverview(ctx, november))
    expect(told).toMatchObject({ receivedFen: 35_000, returnedFen: 4_000, feeFen: 0 })
    const { wechat = 0 } = await home.books.balances()
    expect(told.receivedFen - told.returnedFen - told.feeFen).toBe(wechat)
  })

  it('does not see money that only moves between our own places', async () => {
    const given = await aFewDays()
    await given.take((await homeThatOwes(given)).householdId, '80.00')
    await given.move('deposit', '50.00', 'SLIP-1')
    const { days } = await given.inside((ctx) => financeOverview(ctx, november))
    expect(days.find((each) => each.day === '2026-11-24')).toMatchObject({
      receivedFen: -22_000,
      returnedFen: 0,
    })
  })

  it.each([
    ['2026-11-24', '2026-11-23'],
    ['2026-01-01', '2026-11-23'],
  ])('is refused from %s to %s', async (from, to) => {
    const { inside } = await givenCounter(world)
    await expect(
      inside((ctx) => financeOverview(ctx, { from: day(from), to: day(to) })),
    ).rejects.toMatchObject({ code: 'finance-period' })
  })
})

async function homeThatOwes(given: Awaited<ReturnType<typeof givenCounter>>) {
  const { householdId } = await given.household()
  await given.charge(householdId, { owes: '80.00' })
  return { householdId }
}

describe('what waits', () => {
  it('names refunds to be checked and on their way, with their sums', async () => {
    const home = await aPaidHome(world)
    await home.ask({ fromAdvanceFen: yuan('10.00') })
    const second = await home.ask({ fromAdvanceFen: yuan('20.00') })
    await home.decide(second)
    const { open } = await home.inside((ctx) => financeOverview(ctx, november))
    expect(open).toMatchObject({
      closedThrough: null,
      differences: 0,
      refundsToCheck: { count: 1, amountFen: 1_000 },
      refundsOnTheWay: { count: 1, amountFen: 2_000 },
      refundsFound: { count: 0, amountFen: 0 },
      tillsToConfirm: 0,
    })
  })

  it('names tills that are counted and not confirmed', async () => {
    const given = await givenCounter(world)
    const session = await given.open()
    await given.count(session.id, '0')
    const { open } = await given.inside((ctx) => financeOverview(ctx, november))
    expect(open).toMatchObject({ tillsToConfirm: 1 })
  })

  it('counts batches of bank debits until they are let go, and then until the bank has answered', async () => {
    const given = await givenDebits(world)
    await given.debtor()
    const { id } = await given.make()
    const waits = async () => (await given.inside((ctx) => financeOverview(ctx, november))).open
    expect(await waits()).toMatchObject({ debitsToRelease: 1, debitsWithBank: 0 })
    await given.tells()
    await given.release(id)
    expect(await waits()).toMatchObject({ debitsToRelease: 0, debitsWithBank: 1 })
  })
})

describe('a list as Excel', () => {
  async function sheet(
    given: Awaited<ReturnType<typeof aFewDays>>,
    list: FinanceList,
  ): Promise<(string | number | null)[][]> {
    const { url } = await financeRoutes['POST /v1/staff/communities/:communityId/finance-lists']({
      ...given.asked(),
      caller: given.finance,
      params: { communityId: given.community },
      body: { list, ...november },
    })
    const [, token = ''] = /^\/v1\/finance-lists\/([^/]+)\//.exec(url) ?? []
    const { bytes, fileName } = await openFinanceList(world, { token, list, ...november })
    expect(fileName).toMatch(/-2026-11-01-2026-11-30\.xlsx$/)
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(Buffer.from(bytes) as never)
    const rows: (string | number | null)[][] = []
    book.worksheets[0]?.eachRow((row) => rows.push((row.values as (string | number | null)[]).slice(1)))
    return rows
  }

  it('has each payment with its account, number, receipt and what became of it, amounts as numbers', async () => {
    const given = await aFewDays()
    const [head, cash, transfer] = await sheet(given, 'payments')
    expect(head?.slice(0, 4)).toEqual(['入账日期', '收款时间', '房屋', '方式'])
    expect(cash?.slice(0, 4)).toEqual(['2026-11-23', '2026-11-23 10:00', expect.any(String), '现金'])
    expect(cash?.[5]).toBe(300)
    expect(cash?.at(-1)).toBe('2026-11-24')
    expect(transfer).toContain('0012345678')
    expect(transfer).toContain(200)
  })

  it('has a day in each row, every way in a column', async () => {
    const given = await aFewDays()
    const rows = await sheet(given, 'days')
    expect(rows).toHaveLength(31)
    const head = rows[0] ?? []
    expect(rows[23]?.[head.indexOf('现金（元）')]).toBe(300)
    expect(rows[24]?.[head.indexOf('现金（元）')]).toBe(-300)
    expect(rows[23]?.[head.indexOf('收款合计（元）')]).toBe(500)
  })

  it('can be had of refunds, differences and suspense, be there none', async () => {
    const given = await aFewDays()
    for (const list of ['refunds', 'differences', 'suspense', 'bankLines'] as const)
      expect(await sheet(given, list)).toHaveLength(1)
  })

  it('shows what was given back, by whom it was asked and checked', async () => {
    const home = await aPaidHome(world)
    await home.decide(await home.ask({ fromAdvanceFen: yuan('10.00'), reason: '=HYPERLINK("x")' }))
    const link = await home.as(home.finance, (ctx) =>
      linkToFinanceList(ctx, world.settings, { list: 'refunds', ...november }),
    )
    const [, token = ''] = /^\/v1\/finance-lists\/([^/]+)\//.exec(link.url) ?? []
    const { bytes } = await openFinanceList(world, { token, list: 'refunds', ...november })
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(Buffer.from(bytes) as never)
    const row = book.worksheets[0]?.getRow(2)
    expect(row?.getCell(4).value).toBe('待付出')
    expect(row?.getCell(5).value).toBe(10)
    // What somebody typed is text, and no formula.
    expect(row?.getCell(6).value).toBe('=HYPERLINK("x")')
  })

  it('is for finance and the manager, of their own community, for a few minutes', async () => {
    const given = await aFewDays()
    const ask = financeRoutes['POST /v1/staff/communities/:communityId/finance-lists']
    const body = { list: 'payments', ...november } as const
    const params = { communityId: given.community }
    await expect(ask({ ...given.asked(), caller: given.clerk, params, body })).rejects.toMatchObject({
      code: 'not-allowed',
    })
    const other = await givenCounter(world)
    await expect(ask({ ...given.asked(), caller: other.finance, params, body })).rejects.toMatchObject({
      code: 'not-allowed',
    })
    const { url } = await ask({ ...given.asked(), caller: given.finance, params, body })
    const [, token = ''] = /^\/v1\/finance-lists\/([^/]+)\//.exec(url) ?? []
    clock.advance({ minutes: 6 })
    await expect(openFinanceList(world, { token, ...body })).rejects.toMatchObject({ code: 'link-expired' })
  })
})
