import type { NewReliefBudget } from '@anjiao/shared/contract/relief-standards'
import { fen } from '@anjiao/shared/money'
import { describe, expect, it } from 'vitest'
import { cancelCharge } from '../billing/index.ts'
import { yuan } from '../local/testing/given.ts'
import { givenRelief } from '../local/testing/given-relief.ts'
import { testWorld } from '../local/testing/world.ts'
import { keepRelief } from './keep-relief.ts'
import { aLastingRelief } from './testing/a-lasting-relief.ts'

const tested = await testWorld()
const { world, clock } = tested
const at = (day: string) => clock.set(`${day}T10:00:00+08:00`)

describe('bills that come later', () => {
  it('within the time it lasts get the same percentage, each once, however often the job runs', async () => {
    const given = await aLastingRelief(tested)
    await given.bill('2026-03-01')
    await given.bill('2026-04-01')
    await given.bill('2027-03-01')
    await given.bill('2027-04-01')
    expect((await given.read(given.id)).grant?.lastsUntil).toBe('2027-03-09')
    for (let run = 0; run < 3; run++) {
      await given.hourly()
      expect(await given.openLater()).toEqual(['600.00', '300.00', '300.00', '600.00'].map(yuan))
    }
    expect(await given.audit()).toEqual([])
  })

  it.each([0, 1, 2, 3])(
    'are as they should be at the end after the job ran %i times in between',
    async (runs) => {
      const given = await aLastingRelief(tested)
      for (const month of ['2026-04-01', '2026-06-01', '2026-08-01']) {
        at(month)
        await given.bill(month)
        for (let run = 0; run < runs; run++) await given.hourly()
      }
      at('2027-05-01')
      await given.hourly()
      expect(await given.openLater()).toEqual(['300.00', '300.00', '300.00'].map(yuan))
      expect((await given.read(given.id)).state).toBe('lapsed')
      expect(await given.audit()).toEqual([])
    },
  )

  it('and are issued after it ran out, for a time within it, get it as well', async () => {
    const given = await aLastingRelief(tested)
    at('2027-03-20')
    await given.hourly()
    expect((await given.read(given.id)).state).toBe('lapsed')
    await given.bill('2027-02-01')
    await given.bill('2027-04-01')
    await given.hourly()
    expect(await given.openLater()).toEqual(['300.00', '600.00'].map(yuan))
    expect(await given.audit()).toEqual([])
  })

  it('that are paid in part get no more than is open; that are paid in full, nothing', async () => {
    const given = await aLastingRelief(tested)
    await given.settle(await given.bill('2026-04-01'), '400.00')
    await given.settle(await given.bill('2026-05-01'), '600.00')
    await given.hourly()
    expect(await given.openLater()).toEqual([0, 0])
    expect((await given.budgets())[0]?.usedFen).toBe(yuan('1200.00'))
    expect(await given.audit()).toEqual([])
  })

  it('of other fee items than the standard’s, and of other homes, are left alone', async () => {
    const given = await aLastingRelief(tested, { feeItems: ['物业服务费'] })
    const neighbour = await given.aDebtor()
    await given.bill('2026-04-01', '600.00', '车位费')
    await given.charge(neighbour.householdId, { owes: '600.00', from: '2026-04-01' })
    await given.hourly()
    expect(await given.openLater()).toEqual([yuan('600.00')])
    expect((await given.books.open(neighbour.householdId)).at(-1)).toBe(yuan('600.00'))
  })

  it('that are cancelled and issued anew are relieved anew, and the budget is used once', async () => {
    const given = await aLastingRelief(tested)
    const wrong = await given.bill('2026-04-01')
    await given.hourly()
    await given.inside((ctx) =>
      cancelCharge(
        { ...ctx, actor: { kind: 'staff', ...given.manager, roles: ['manager'] } },
        wrong,
        '面积有误',
      ),
    )
    expect((await given.budgets())[0]?.usedFen).toBe(yuan('1000.00'))
    await given.bill('2026-04-01', '500.00')
    await given.hourly()
    expect((await given.openLater()).at(-1)).toBe(yuan('250.00'))
    expect((await given.budgets())[0]?.usedFen).toBe(yuan('1250.00'))
    expect(await given.audit()).toEqual([])
  })

  it('are owed in full again when the relief is taken back, and later ones are not relieved', async () => {
    const given = await aLastingRelief(tested)
    await given.bill('2026-04-01')
    await given.hourly()
    await given.reverse(given.id)
    await given.bill('2026-05-01')
    await given.hourly()
    expect(await given.openLater()).toEqual(['600.00', '600.00'].map(yuan))
    expect((await given.budgets())[0]?.usedFen).toBe(0)
    expect(await given.audit()).toEqual([])
  })
})

describe('when nothing is left', () => {
  it('of the budget it stops, never with half a bill; what was given stays, and it is told once', async () => {
    const given = await aLastingRelief(tested, {}, { amountFen: yuan('1500.00') })
    await given.bill('2026-04-01')
    await given.bill('2026-05-01')
    await given.bill('2026-06-01', '10.00')
    await given.hourly()
    await given.hourly()
    expect(await given.openLater()).toEqual(['300.00', '600.00', '10.00'].map(yuan))
    expect(await given.read(given.id)).toMatchObject({ state: 'lapsed', reason: '减免的额度已经用完' })
    expect(await given.events()).toEqual([
      `relief-decided:${given.id}:granted`,
      `relief-stopped:${given.id}`,
      `relief-lapsed:${given.id}`,
    ])
    await given.bill('2026-07-01', '10.00')
    await given.hourly()
    expect((await given.openLater()).at(-1)).toBe(yuan('10.00'))
    expect(await given.audit()).toEqual([])
  })

  it('of the most it may come to it stops as well', async () => {
    const given = await aLastingRelief(tested, { sumMaxFen: yuan('1400.00') })
    await given.bill('2026-04-01')
    await given.bill('2026-05-01')
    await given.hourly()
    expect(await given.openLater()).toEqual(['300.00', '600.00'].map(yuan))
    expect((await given.read(given.id)).state).toBe('lapsed')
  })

  it('because the budget’s time is over it stops', async () => {
    const short = await aLastingRelief(tested, {}, { toDate: '2026-04-15' as NewReliefBudget['toDate'] })
    await short.bill('2026-04-01')
    at('2026-04-16')
    await short.hourly()
    expect(await short.openLater()).toEqual([yuan('600.00')])
    expect((await short.read(short.id)).state).toBe('lapsed')
  })

  it('because it takes a resolution of the owners by now it stops, and says so', async () => {
    const given = await aLastingRelief(tested)
    await given.bill('2026-04-01')
    await given.inside(
      ({ tx, community }) => tx.run`update community set equal_price = true where id = ${community}`,
    )
    await given.hourly()
    expect(await given.openLater()).toEqual([yuan('600.00')])
    expect((await given.read(given.id)).reason).toContain('业主共同决定')
  })
})

describe('the end of its time', () => {
  it('is told 30 days ahead, once, and comes on the day after the last', async () => {
    const given = await aLastingRelief(tested)
    const states: string[] = []
    for (const day of ['2027-02-06', '2027-02-07', '2027-02-20', '2027-03-09', '2027-03-10']) {
      at(day)
      await given.hourly()
      states.push(`${day} ${(await given.read(given.id)).state} ${(await given.events()).length}`)
    }
    expect(states).toEqual([
      '2027-02-06 granted 1',
      '2027-02-07 granted 2',
      '2027-02-20 granted 2',
      '2027-03-09 granted 2',
      '2027-03-10 lapsed 3',
    ])
    expect(await given.events()).toEqual([
      `relief-decided:${given.id}:granted`,
      `relief-expiring:${given.id}`,
      `relief-lapsed:${given.id}`,
    ])
    const { happenings } = await given.read(given.id)
    expect(happenings.at(-1)).toMatchObject({ event: 'lapse', by: '系统' })
  })

  it('that nobody looked at for a year is written down on its own day, and nothing is told too late', async () => {
    const given = await aLastingRelief(tested)
    at('2028-03-10')
    await given.hourly()
    const lapsed = await given.inside(
      ({ tx, community }) => tx.rows<{ onDate: string }>`
        select on_date from relief_event where community_id = ${community} and event = 'lapse'`,
    )
    expect(lapsed).toEqual([{ onDate: '2027-03-10' }])
    expect(await given.events()).toEqual([`relief-decided:${given.id}:granted`, `relief-lapsed:${given.id}`])
  })

  it('does not come to what was given once', async () => {
    const given = await aLastingRelief(tested, { months: 0, secondAboveFen: fen(0) })
    at('2028-03-10')
    await given.hourly()
    expect((await given.read(given.id)).state).toBe('granted')
  })
})

it('the job that has no time left does nothing, and makes up for it the next time', async () => {
  const given = await aLastingRelief(tested)
  const other = await given.aDebtor()
  const { id } = await given.apply(given.standardId, {
    chargeIds: other.charges,
    caller: other.owner,
    householdId: other.householdId,
  })
  await given.grantByTwo(id)
  for (const householdId of [given.householdId, other.householdId]) {
    await given.charge(householdId, { owes: '600.00', from: '2026-04-01' })
  }
  const last = async () =>
    Promise.all([given, other].map(async ({ householdId }) => (await given.books.open(householdId)).at(-1)))
  expect(await keepRelief(world, clock.now())).toBe(0)
  expect(await last()).toEqual([yuan('600.00'), yuan('600.00')])
  await given.hourly()
  expect(await last()).toEqual([yuan('300.00'), yuan('300.00')])
  expect(await given.audit()).toEqual([])
})

it('an application that waits longer than promised is brought before the manager, once for each promise', async () => {
  const given = await givenRelief(tested)
  const { id } = await given.apply(await given.publish({ secondAboveFen: fen(0) }))
  at('2026-03-17')
  await given.hourly()
  expect(await given.events()).toEqual([])
  at('2026-03-18')
  await given.hourly()
  await given.grant(id)
  at('2026-03-25')
  await given.hourly()
  expect(await given.events()).toEqual([`request-overdue:relief:${id}:2026-03-17`])
  await given.second(id, given.finance, false)
  await given.appeal(id)
  at('2026-04-10')
  await given.hourly()
  await given.hourly()
  expect((await given.events()).at(-1)).toBe(`request-overdue:relief:${id}:2026-04-01`)
})
