import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { businessDate } from '@anjiao/shared/calendar'
import type { ChargeId } from '@anjiao/shared/ids'
import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { householdAsOf, post } from '../ledger/index.ts'
import { givenCommunity, yuan } from '../local/testing/given.ts'
import { testWorld } from '../local/testing/world.ts'
import { type Ctx, rehearse } from '../platform/context.ts'
import { importRoll } from './index.ts'

const { world, clock, superuserUrl } = await testWorld()
const testData = join(import.meta.dirname, '../../test-data')
const sunshine = readFileSync(join(testData, 'sunshine-garden.xlsx'))
const expected = JSON.parse(readFileSync(join(testData, 'sunshine-garden.expected.json'), 'utf8'))

/** What autovacuum does between a preview and its confirmation: it counts no row on pages full of those rolled back. */
async function statisticsSayThereIsNothing() {
  const superuser = new pg.Client(superuserUrl)
  await superuser.connect()
  await superuser.query('analyze')
  await superuser.end()
}

const counts = (given: Awaited<ReturnType<typeof givenCommunity>>) =>
  given.inside(
    ({ tx, community }) => tx.one`
    select (select count(*) from room where community_id = ${community}) as rooms,
           (select count(*) from household where community_id = ${community}) as households,
           (select count(*) from charge where community_id = ${community}) as charges,
           (select count(*) from entry where community_id = ${community}) as entries,
           (select count(*) from room_fee where community_id = ${community}) as room_fees`,
  )

describe('the roll of 阳光花园', async () => {
  const given = await givenCommunity(world, '阳光花园')
  const system = { kind: 'system', task: 'test' } as const

  it('previews exactly the figures and rejected rows that are expected, and writes nothing', async () => {
    const roll = await rehearse(world, given.community, system, (ctx) => importRoll(ctx, sunshine))
    const { community, households, householdsInArrears, charges, arrearsFen, byFeeItemFen } = roll
    expect({ community, households, householdsInArrears, charges, arrearsFen, byFeeItemFen }).toEqual({
      community: expected.community,
      households: expected.households,
      householdsInArrears: expected.householdsInArrears,
      charges: expected.charges,
      arrearsFen: expected.arrearsFen,
      byFeeItemFen: expected.byFeeItemFen,
    })
    expect(roll.rejected.map(({ sheet, row, why }) => ({ sheet, row, why }))).toEqual(expected.rejected)
    expect(roll).toMatchObject({
      newHouseholds: expected.households,
      newCharges: expected.charges,
      differences: [],
    })
    expect(await counts(given)).toEqual({ rooms: 0, households: 0, charges: 0, entries: 0, roomFees: 0 })
  })

  it('is taken in whole, and the books hold its arrears to the fen', async () => {
    await statisticsSayThereIsNothing()
    await given.inside((ctx) => importRoll(ctx, sunshine))
    expect(await counts(given)).toMatchObject({ rooms: 1207, households: 1207, charges: 1368, entries: 1 })
    expect(await given.books.balances()).toEqual({
      receivable: expected.arrearsFen,
      income: -expected.arrearsFen,
    })
    expect(await given.books.audit()).toEqual([])
  })

  it('changes nothing the second time', async () => {
    const before = await counts(given)
    const again = await given.inside((ctx) => importRoll(ctx, sunshine))
    expect(again).toMatchObject({
      newHouseholds: 0,
      newCharges: 0,
      differences: [],
      households: expected.households,
    })
    expect(again.arrearsFen).toBe(expected.arrearsFen)
    expect(await counts(given)).toEqual(before)
  })
})

interface Home {
  room: string
  owner: string
  phone?: string
  area?: number
  rate?: number
}

async function aRoll(
  homes: Home[],
  arrears: { room: string; owed: number; item?: string; from?: string; to?: string }[] = [],
) {
  const { default: ExcelJS } = await import('exceljs')
  const book = new ExcelJS.Workbook()
  const register = book.addWorksheet('业主档案')
  register.addRow(['房号', '业主姓名', '联系电话', '建筑面积', '收费标准'])
  for (const { room, owner, phone = '13800000001', area = 100, rate = 2.2 } of homes) {
    register.addRow([room, owner, phone, area, rate])
  }
  const owing = book.addWorksheet('欠费明细')
  owing.addRow(['房号', '收费项目', '欠费起', '欠费止', '应收金额', '已收金额', '欠费金额'])
  for (const { room, owed, item = '物业服务费', from = '2026-01-01', to = '2026-09-30' } of arrears) {
    owing.addRow([room, item, from, to, owed, 0, owed])
  }
  return new Uint8Array(await book.xlsx.writeBuffer())
}

/** Until another transaction waits for a lock that this one holds. */
async function somebodyWaits({ tx }: Ctx): Promise<void> {
  for (;;) {
    const { waiting } = await tx.one<{ waiting: boolean }>`
      select exists (select from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))) as waiting`
    if (waiting) return
  }
}

/** A late fee of 1.40 on the only charge. */
const aLateFee = async (given: Awaited<ReturnType<typeof givenCommunity>>) => {
  const feeItemId = await given.feeItem('合同违约金')
  return given.inside(
    ({ tx, community }) => tx.one<{ id: ChargeId }>`
      with written as (insert into entry (community_id, kind, business_date, source, posted_by)
                       values (${community}, 'late_fee', '2026-10-31', 'fee', 'test') returning id),
      charged as (
        insert into charge (community_id, household_id, room_id, fee_item_id, from_date, to_date, due_date, amount_fen,
                            origin, pricing, principal_id, entry_id)
        select p.community_id, household_id, room_id, ${feeItemId}, '2026-10-01', '2026-10-31', '2026-10-31', 140,
               'late_fee', '{"method": "late_fee"}', p.id, written.id
          from charge p, written where p.community_id = ${community}
        returning id, entry_id, fee_item_id),
      posted as (
        insert into posting (community_id, entry_id, account, amount_fen, charge_id, fee_item_id)
        select ${community}::integer, entry_id, 'receivable'::account, 140, id, null::bigint from charged
        union all select ${community}::integer, entry_id, 'late_fee_income', -140, null, fee_item_id from charged)
      select id from charged`,
  )
}

describe('a roll that differs from what is stored', () => {
  it('tells each difference and takes it over', async () => {
    const given = await givenCommunity(world)
    await given.inside(async (ctx) => importRoll(ctx, await aRoll([{ room: '1-1-101', owner: '王明' }])))
    const changed = await aRoll([
      { room: '1-1-101', owner: '王鸣', area: 101.5, rate: 2.5 },
      { room: '1-1-102', owner: '李芳' },
    ])
    const roll = await given.inside((ctx) => importRoll(ctx, changed))
    expect(roll.newHouseholds).toBe(1)
    expect(roll.differences.map(({ what, before, after }) => [what, before, after])).toEqual([
      ['业主姓名', '王明', '王鸣'],
      ['建筑面积（㎡）', '100.00', '101.50'],
      ['收费标准', '物业服务费 2.2 元/㎡·月', '2.5 元/㎡·月'],
    ])
    expect((await given.inside((ctx) => importRoll(ctx, changed))).differences).toEqual([])
  })

  it('starts a new household for a new owner; the debts stay with the old one', async () => {
    clock.set('2026-10-01T10:00:00+08:00')
    const given = await givenCommunity(world)
    const arrears = [{ room: '1-1-101', owed: 900 }]
    await given.inside(async (ctx) =>
      importRoll(ctx, await aRoll([{ room: '1-1-101', owner: '王明' }], arrears)),
    )
    clock.set('2026-11-23T10:00:00+08:00')
    const sold = await aRoll([{ room: '1-1-101', owner: '赵强', phone: '13911112222' }])
    const roll = await given.inside((ctx) => importRoll(ctx, sold))
    expect(roll.differences.map((each) => each.what)).toEqual(['业主变更', '联系电话'])
    const owners = await given.inside(
      ({ tx, community }) => tx.rows<{
        id: never
        ownerName: string
        fromDate: string
        toDate: string | null
      }>`
      select id, owner_name, from_date, to_date from household where community_id = ${community} order by id`,
    )
    expect(owners).toMatchObject([
      { ownerName: '王明', toDate: '2026-11-22' },
      { ownerName: '赵强', fromDate: '2026-11-23', toDate: null },
    ])
    const owes = await Promise.all(
      owners.map((each) => given.inside((ctx) => householdAsOf(ctx, each.id, businessDate('2026-11-23')))),
    )
    expect(owes.map((each) => each.openFen)).toEqual([yuan('900'), 0])
  })

  it('keeps the stored owner where another name comes without a phone on one side, and says so', async () => {
    const given = await givenCommunity(world)
    const at = async (owner: string, phone: string) =>
      given.inside(async (ctx) => importRoll(ctx, await aRoll([{ room: '1-1-101', owner, phone }])))
    const unclear = '业主姓名（未更改，请核对是更正还是过户）'
    const told = (roll: Awaited<ReturnType<typeof at>>) =>
      roll.differences.map(({ what, before, after }) => [what, before, after])
    await at('王明', '')
    expect(told(await at('赵强', ''))).toEqual([[unclear, '王明', '赵强']])
    expect(told(await at('赵强', '13911112222'))).toEqual([[unclear, '王明', '赵强']])
    const owners = () =>
      given.inside(
        ({ tx, community }) =>
          tx.rows`select owner_name, owner_phones, to_date from household where community_id = ${community}`,
      )
    expect(await owners()).toEqual([{ ownerName: '王明', ownerPhones: [], toDate: null }])
    expect(told(await at('王明', '13800000001'))).toEqual([['联系电话', '', '13800000001']])
    expect(told(await at('赵强', ''))).toEqual([[unclear, '王明', '赵强']])
    expect(await owners()).toEqual([{ ownerName: '王明', ownerPhones: ['13800000001'], toDate: null }])
  })

  it('charges who owned the home in a period, and refuses one in which it was sold', async () => {
    clock.set('2026-10-01T10:00:00+08:00')
    const given = await givenCommunity(world)
    const room = '1-1-101'
    const whole = { room, owed: 500, from: '2025-01-01', to: '2026-12-31' }
    await given.inside(async (ctx) => importRoll(ctx, await aRoll([{ room, owner: '王明' }])))
    clock.set('2026-11-23T10:00:00+08:00')
    const sold = [{ room, owner: '赵强', phone: '13911112222' }]
    const refused = await given.inside(async (ctx) => importRoll(ctx, await aRoll(sold, [whole])))
    expect(refused.rejected).toMatchObject([
      {
        row: 2,
        column: '欠费起',
        why: 'owner changed within the period',
        reason: '这段时间内业主有变更，请按过户日期拆成两行。',
      },
    ])
    const split = [
      { ...whole, owed: 400, to: '2026-11-22' },
      { ...whole, owed: 100, from: '2026-11-23' },
    ]
    await given.inside(async (ctx) => importRoll(ctx, await aRoll(sold, split)))
    const debts = await given.inside(
      ({ tx, community }) => tx.rows`
        select h.owner_name, c.amount_fen from charge c
          join household h on (h.community_id, h.id) = (c.community_id, c.household_id)
         where c.community_id = ${community} order by c.id`,
    )
    expect(debts).toEqual([
      { ownerName: '王明', amountFen: yuan('400') },
      { ownerName: '赵强', amountFen: yuan('100') },
    ])
  })

  it('stays as it is when a home is sold after its arrears were brought in', async () => {
    clock.set('2026-10-01T10:00:00+08:00')
    const given = await givenCommunity(world)
    const arrears = [{ room: '1-1-101', owed: 900, to: '2026-12-31' }]
    const first = await aRoll([{ room: '1-1-101', owner: '王明' }], arrears)
    await given.inside((ctx) => importRoll(ctx, first))
    clock.set('2026-11-23T10:00:00+08:00')
    const sold = await aRoll([{ room: '1-1-101', owner: '赵强', phone: '13911112222' }], arrears)
    expect(await given.inside((ctx) => importRoll(ctx, sold))).toMatchObject({ rejected: [], newCharges: 0 })
  })

  it('corrects an opening amount on which nothing was paid, by cancelling and writing anew', async () => {
    const given = await givenCommunity(world)
    const home = [{ room: '1-1-101', owner: '王明' }]
    await given.inside(async (ctx) => importRoll(ctx, await aRoll(home, [{ room: '1-1-101', owed: 900 }])))
    const roll = await given.inside(async (ctx) =>
      importRoll(ctx, await aRoll(home, [{ room: '1-1-101', owed: 800.5 }])),
    )
    expect(roll.differences).toMatchObject([{ before: '900.00', after: '800.50' }])
    expect(await given.books.balances()).toEqual({ receivable: yuan('800.50'), income: yuan('-800.50') })
    expect(await given.books.audit()).toEqual([])
  })

  it('takes the late fees of a corrected amount back with it; what was paid on them becomes advance', async () => {
    const given = await givenCommunity(world)
    const home = [{ room: '1-1-101', owner: '王明' }]
    await given.inside(async (ctx) => importRoll(ctx, await aRoll(home, [{ room: '1-1-101', owed: 900 }])))
    const fee = await aLateFee(given)
    await given.settle(fee.id, '0.40')
    await given.inside(async (ctx) => importRoll(ctx, await aRoll(home, [{ room: '1-1-101', owed: 800 }])))
    expect(await given.books.balances()).toEqual({
      receivable: yuan('800'),
      income: yuan('-800'),
      cash: yuan('0.40'),
      advance: yuan('-0.40'),
    })
    expect(await given.books.audit()).toEqual([])
  })

  it('refuses a row whose charge was paid on since, or overlaps another, and takes the others', async () => {
    const given = await givenCommunity(world)
    const homes = [
      { room: '1-1-101', owner: '王明' },
      { room: '1-1-102', owner: '李芳' },
    ]
    const arrears = [
      { room: '1-1-101', owed: 900 },
      { room: '1-1-102', owed: 500 },
    ]
    await given.inside(async (ctx) => importRoll(ctx, await aRoll(homes, arrears)))
    await given.inside(
      ({ tx, community, today }) => tx.run`
      with written as (insert into entry (community_id, kind, business_date, source, posted_by)
                       values (${community}, 'payment', ${today}, 'p', 'test') returning id)
      insert into posting (community_id, entry_id, account, amount_fen, charge_id, place)
      select ${community}, written.id, line.account::account, line.fen, line.charge_id, line.place
        from written, (select id from charge where community_id = ${community} and amount_fen = 90000) c,
             lateral (values ('receivable', -100, c.id, null), ('cash', 100, null, 'till')) as line (account, fen, charge_id, place)`,
    )
    const changed = [
      { room: '1-1-101', owed: 800 },
      { room: '1-1-102', owed: 700, from: '2026-03-01', to: '2026-12-31' },
      { room: '1-1-102', owed: 60, from: '2025-01-01', to: '2025-12-31' },
    ]
    const roll = await given.inside(async (ctx) => importRoll(ctx, await aRoll(homes, changed)))
    expect(roll.rejected.map(({ row, column, why }) => [row, column, why])).toEqual([
      [2, '欠费金额', 'charge was paid on since'],
      [3, '欠费起', 'period overlaps a charge'],
    ])
    expect(roll).toMatchObject({ newCharges: 1, charges: 1, arrearsFen: yuan('60') })
    expect(await given.books.audit()).toEqual([])
  })

  it('sees a payment that was under way when it began', async () => {
    const given = await givenCommunity(world)
    const home = [{ room: '1-1-101', owner: '王明' }]
    await given.inside(async (ctx) => importRoll(ctx, await aRoll(home, [{ room: '1-1-101', owed: 900 }])))
    const changed = await aRoll(home, [{ room: '1-1-101', owed: 800 }])
    const importing = await given.inside(async (ctx) => {
      const { tx, community } = ctx
      const { id: chargeId } = await tx.one<{ id: ChargeId }>`
        select c.id from household h join charge c on (c.community_id, c.household_id) = (h.community_id, h.id)
         where h.community_id = ${community} for update of h`
      const roll = given.inside((other) => importRoll(other, changed))
      await somebodyWaits(ctx)
      await post(ctx, {
        kind: 'payment',
        source: 'under way',
        businessDate: ctx.today,
        lines: [
          { account: 'cash', place: 'till', amountFen: yuan('900') },
          { account: 'receivable', chargeId, amountFen: yuan('-900') },
        ],
      })
      return { roll }
    })
    expect((await importing.roll).rejected.map(({ why }) => why)).toEqual(['charge was paid on since'])
    expect(await given.books.balances()).toEqual({ cash: yuan('900'), income: yuan('-900') })
  })

  it('is taken in once when two people confirm it at once', async () => {
    const given = await givenCommunity(world)
    const file = await aRoll([{ room: '1-1-101', owner: '王明' }], [{ room: '1-1-101', owed: 900 }])
    const both = await Promise.all([1, 2].map(() => given.inside((ctx) => importRoll(ctx, file))))
    expect(
      both
        .map(({ newHouseholds, newCharges }) => [newHouseholds, newCharges])
        .toSorted(([a = 0], [b = 0]) => a - b),
    ).toEqual([
      [0, 0],
      [1, 1],
    ])
  })

  it('takes nothing at all when the file turns out to be broken halfway', async () => {
    const given = await givenCommunity(world)
    const whole = await aRoll(
      Array.from({ length: 1_200 }, (_, at) => ({ room: `1-1-${at + 1}`, owner: '王明' })),
    )
    await expect(given.inside((ctx) => importRoll(ctx, whole.slice(0, -400)))).rejects.toMatchObject({
      name: 'Refusal',
    })
    expect(await counts(given)).toMatchObject({ rooms: 0, households: 0 })
  })
})

const itemsOf = (given: Awaited<ReturnType<typeof givenCommunity>>) =>
  given.inside(
    ({ tx, community }) =>
      tx.rows`select name, kind from fee_item where community_id = ${community} order by id`,
  )

describe('fee items', () => {
  const home = [{ room: '1-1-101', owner: '王明' }]
  const room = '1-1-101'

  it('of the service fee are one, by whatever of its names a file calls it', async () => {
    const given = await givenCommunity(world)
    await given.inside(async (ctx) => importRoll(ctx, await aRoll(home, [{ room, owed: 900 }])))
    const other = await aRoll(home, [
      { room, item: '物业费', owed: 100, from: '2026-09-01', to: '2026-12-31' },
      { room, item: '物业管理费', owed: 200, from: '2025-01-01', to: '2025-12-31' },
      { room, item: '管理费', owed: 200, from: '2025-06-01', to: '2025-06-30' },
      { room, item: '物业维修费', owed: 300 },
    ])
    const roll = await given.inside((ctx) => importRoll(ctx, other))
    expect(roll.rejected.map(({ row, why }) => [row, why])).toEqual([
      [2, 'period overlaps a charge'],
      [4, 'period overlaps the same fee by another name'],
    ])
    expect(roll.byFeeItemFen).toEqual({ 物业管理费: yuan('200'), 物业维修费: yuan('300') })
    expect(await itemsOf(given)).toEqual([
      { name: '物业服务费', kind: 'service' },
      { name: '物业维修费', kind: 'service' },
    ])
  })

  it('keep the name of the service fee that came first, and price it by that', async () => {
    const given = await givenCommunity(world)
    const arrears = [
      { room, item: '物业维修费', owed: 300 },
      { room, item: '物业费', owed: 900 },
    ]
    await given.inside(async (ctx) => importRoll(ctx, await aRoll(home, arrears)))
    const priced = await given.inside(
      ({ tx, community }) => tx.rows`
        select i.name from room_fee f join fee_item i on (i.community_id, i.id) = (f.community_id, f.fee_item_id)
         where f.community_id = ${community}`,
    )
    expect(priced).toEqual([{ name: '物业费' }])
  })

  it('for being late keep their name, and are known as such', async () => {
    const given = await givenCommunity(world)
    const arrears = [
      { room, owed: 900 },
      { room, item: '滞纳金', owed: 30 },
    ]
    await given.inside(async (ctx) => importRoll(ctx, await aRoll(home, arrears)))
    expect(await itemsOf(given)).toEqual([
      { name: '物业服务费', kind: 'service' },
      { name: '滞纳金', kind: 'past_late_fee' },
    ])
  })
})
