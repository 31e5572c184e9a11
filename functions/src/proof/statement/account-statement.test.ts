import { addDays, type BusinessDate, businessDate } from '@anjiao/shared/calendar'
import type { ChargeId } from '@anjiao/shared/ids'
import { fen, formatYuan, negateFen, sumFen } from '@anjiao/shared/money'
import { statementTotals } from '@anjiao/shared/statement-words'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cancelWithLateFees, householdAsOf, post, reverse } from '../../ledger/index.ts'
import { givenCommunity } from '../../local/testing/given.ts'
import { readPdf, withoutSpaces } from '../../local/testing/read-pdf.ts'
import { testWorld } from '../../local/testing/world.ts'
import { applyAdvance } from '../../payments/apply-advance.ts'
import { type Ctx, inCommunity } from '../../platform/context.ts'
import { givenPayments } from '../testing/given-payments.ts'
import { accountStatement } from './account-statement.ts'
import { linkToStatement, openStatement } from './statement-file.ts'

const { world, clock } = await testWorld()

type Home = Awaited<ReturnType<typeof aHome>>
async function aHome() {
  const given = await givenCommunity(world)
  const { householdId } = await given.household({
    owner: '欧阳明月',
    building: '12栋',
    unit: '',
    roomNo: '1203',
  })
  const statement = (from: string, to: string) =>
    given.inside((ctx) =>
      accountStatement(ctx, householdId, { from: businessDate(from), to: businessDate(to) }),
    )
  return { ...given, ...givenPayments(world, given), householdId, statement }
}

/** What may happen to a home's money, by number and amount; what the rules refuse does not happen. */
const happenings: readonly ((home: Home, amount: number, at: number) => Promise<unknown>)[] = [
  ({ charge, householdId }, amount) => charge(householdId, { owes: formatYuan(fen(amount)) }),
  ({ charge, householdId }, amount) => charge(householdId, { owes: formatYuan(fen(amount)), item: '停车费' }),
  ({ pays, householdId }, amount) => pays(householdId, formatYuan(fen(amount))),
  ({ inside, householdId }, amount, at) =>
    inside(async (ctx) => {
      const picked = await openCharge(ctx, householdId, at)
      if (picked) await applyAdvance(ctx, householdId, [picked.id], `key-${amount}-${at}`)
    }),
  ({ inside, householdId }, amount, at) =>
    inside(async (ctx) => {
      const picked = await openCharge(ctx, householdId, at)
      if (!picked) return
      const amountFen = fen(Math.min(amount, picked.openFen))
      await post(ctx, {
        kind: 'relief',
        source: `relief:${amount}:${at}`,
        businessDate: ctx.today,
        lines: [
          { account: 'relief', chargeId: picked.id, amountFen },
          { account: 'receivable', chargeId: picked.id, amountFen: negateFen(amountFen) },
        ],
      })
    }),
  ({ inside, householdId }, amount, at) =>
    inside((ctx) =>
      post(ctx, {
        kind: 'refund',
        source: `refund:${amount}:${at}`,
        businessDate: ctx.today,
        lines: [
          { account: 'advance', householdId, amountFen: fen(amount) },
          { account: 'refund_payable', amountFen: fen(-amount) },
        ],
      }),
    ),
  ({ inside, householdId }, _, at) =>
    inside(async (ctx) => {
      const picked = await openCharge(ctx, householdId, at)
      if (picked) await cancelWithLateFees(ctx, picked.id, { memo: '重复' })
    }),
  ({ inside, householdId }, _, at) =>
    inside(async (ctx) => {
      const payments = await ctx.tx.rows<{ entryId: never }>`
        select entry_id from payment where (community_id, household_id) = (${ctx.community}, ${householdId}) order by id`
      const picked = payments[at % Math.max(payments.length, 1)]
      if (picked) await reverse(ctx, picked.entryId, '退票')
    }),
]

async function openCharge({ tx, community }: Ctx, householdId: number, at: number) {
  const open = await tx.rows<{ id: ChargeId; openFen: number }>`
    select id, amount_fen - settled_fen as open_fen from charge
     where (community_id, household_id) = (${community}, ${householdId}) and settled_fen < amount_fen order by id`
  return open[at % Math.max(open.length, 1)]
}

const history = fc.array(
  fc.record({
    what: fc.nat(happenings.length - 1),
    amount: fc.integer({ min: 1, max: 50_000 }),
    days: fc.nat(20),
  }),
  { minLength: 1, maxLength: 14 },
)

describe('a statement of account', () => {
  it('ties, whatever happened and whichever days are asked for: opening and all that moved make closing', async () => {
    const begin = businessDate('2026-01-05')
    await fc.assert(
      fc.asyncProperty(history, fc.nat(150), fc.nat(150), async (events, one, other) => {
        clock.set('2026-01-05T10:00:00+08:00')
        const home = await aHome()
        for (const [at, { what, amount, days }] of events.entries()) {
          clock.advance({ days })
          await happenings[what]?.(home, amount, at).catch(() => undefined)
        }
        const [from, to] = [one, other].map((days) => addDays(begin, days)).toSorted() as [
          BusinessDate,
          BusinessDate,
        ]
        const { opening, closing, movements } = await home.statement(from, to)
        expect(sumFen([opening.openFen, ...movements.map(({ owedFen }) => owedFen)])).toBe(closing.openFen)
        expect(sumFen([opening.advanceFen, ...movements.map(({ advanceFen }) => advanceFen)])).toBe(
          closing.advanceFen,
        )
        expect(movements.every(({ date }) => from <= date && date <= to)).toBe(true)
        const totals = statementTotals({ movements })
        expect(sumFen([opening.openFen, ...totals.map(({ owedFen }) => owedFen)])).toBe(closing.openFen)

        // Told twice: by the days of the statement, and by the projections that payments go by.
        const whole = await home.statement('2026-01-01', '2026-12-31')
        expect(whole.opening).toEqual({ openFen: 0, advanceFen: 0 })
        expect(whole.closing.openFen).toBe(sumFen(await home.books.open(home.householdId)))
        expect(whole.closing.advanceFen).toBe(await home.books.advance(home.householdId))
        for (const day of new Set(whole.movements.map(({ date }) => date))) {
          const { openFen } = await home.inside((ctx) => householdAsOf(ctx, home.householdId, day))
          const untilThen = whole.movements.filter(({ date }) => date <= day)
          expect(sumFen(untilThen.map(({ owedFen }) => owedFen))).toBe(openFen)
        }
      }),
      { numRuns: 25 },
    )
    clock.set('2026-11-23T10:00:00+08:00')
  }, 120_000)

  it('names what happened as a person would, and is of this home alone', async () => {
    const home = await aHome()
    const neighbour = await home.household()
    await home.charge(neighbour.householdId, { owes: '500.00' })
    await home.charge(home.householdId, { owes: '100.00', from: '2026-01-01' })
    await home.pays(home.householdId, '130.00')
    const { movements, ...told } = await home.statement('2026-11-01', '2026-11-30')
    expect(told).toMatchObject({
      roomName: '12栋 1203',
      ownerMasked: '欧***',
      opening: { openFen: 0, advanceFen: 0 },
      closing: { openFen: 0, advanceFen: 3_000 },
    })
    expect(movements).toMatchObject([
      { kind: 'opening', feeItem: '物业服务费', fromDate: '2026-01-01', owedFen: 10_000, advanceFen: 0 },
      { kind: 'payment', feeItem: '物业服务费', owedFen: -10_000 },
      { kind: 'payment', feeItem: null, owedFen: 0, advanceFen: 3_000 },
    ])
  })

  it('is refused for days that make no period, or too long a one', async () => {
    const { statement } = await aHome()
    for (const [from, to] of [
      ['2026-02-01', '2026-01-31'],
      ['2020-01-01', '2025-01-01'],
    ] as const)
      await expect(statement(from, to)).rejects.toMatchObject({ code: 'statement-period' })
    await expect(statement('2020-01-01', '2024-12-31')).resolves.toMatchObject({ movements: [] })
  })
})

describe('its paper', () => {
  it('is set when the link is opened, for whoever may, with every line and both balances', async () => {
    const home = await aHome()
    await home.charge(home.householdId, { owes: '1952.28', from: '2026-01-01', to: '2026-09-30' })
    await home.pays(home.householdId, '2000.00')
    const { personId } = await home.person({ householdId: home.householdId })
    const period = { from: businessDate('2026-11-01'), to: businessDate('2026-11-30') }
    const link = await inCommunity(world, home.community, { kind: 'person', personId }, (ctx) =>
      linkToStatement(ctx, world.settings, home.householdId, period),
    )
    const [, token = '', from, to] = /^\/v1\/statement-files\/([^/]+)\/([^/]+)\/([^/]+)$/.exec(link.url) ?? []
    expect([from, to]).toEqual([period.from, period.to])
    const { bytes } = await openStatement(world, { token, ...period })
    const text = (await readPdf(bytes)).map((page) => page.text).join('')
    for (const words of [
      '对账单',
      '2026年11月1日到2026年11月30日',
      '12栋 1203',
      '期初',
      '2026年10月31日结束时',
      '历史账单转入　物业服务费 2026年1月–9月 +1,952.28',
      '缴费　物业服务费 2026年1月–9月 -1,952.28',
      '缴费　转入预存 +47.72',
      '期末',
    ])
      expect(text).toContain(withoutSpaces(words))
    expect(text).not.toContain('欧阳明月')
    expect(Buffer.compare((await openStatement(world, { token, ...period })).bytes, bytes)).toBe(0)
    await expect(openStatement(world, { token: `${token}x`, ...period })).rejects.toMatchObject({
      code: 'not-found',
    })
    clock.advance({ minutes: 6 })
    await expect(openStatement(world, { token, ...period })).rejects.toMatchObject({ code: 'link-expired' })
  })
})
