import { businessDate } from '@anjiao/shared/calendar'
import { beforeEach, describe, expect, it } from 'vitest'
import { financeOverview } from '../finance/overview.ts'
import { testWorld } from '../local/testing/world.ts'
import { closeBusinessDay, whatDayLacks } from '../reconciliation/close-business-day.ts'
import { aFile, givenStatements } from './testing/given-statements.ts'

const { world, clock } = await testWorld()

beforeEach(() => clock.set('2026-11-23T10:00:00+08:00'))

const [the22nd, the23rd, the24th] = [
  businessDate('2026-11-22'),
  businessDate('2026-11-23'),
  businessDate('2026-11-24'),
]
const credit = (serial: string, amount: string, day = the23rd) => `${day},${serial},${amount},,,,`

async function aCommunity() {
  const given = await givenStatements(world)
  /** No merchant, and so no bill of WeChat's that a day waits for. */
  await given.inside(({ tx, community }) => tx.run`update community set mchid = null where id = ${community}`)
  return {
    ...given,
    /** A home that paid by transfer, under a number. */
    transfer: async (amount: string, voucherNumber: string) => {
      const { householdId } = await given.household()
      await given.charge(householdId, { owes: amount, due: '2026-10-31' })
      return given.take(householdId, amount, { method: 'transfer', placeId: given.bank, voucherNumber })
    },
    lacks: (day = the23rd) => given.inside((ctx) => whatDayLacks(ctx, day)),
    close: (day = the23rd) => given.inside((ctx) => closeBusinessDay(ctx, day)),
    on: (day: typeof the23rd) => ({ query: { from: day, to: day } }),
    lineOf: async (wanted: string) => {
      const line = (await given.statement()).lines.find(({ serial }) => serial === wanted)
      if (!line) throw new Error(`no line ${wanted}`)
      return line.id
    },
  }
}

describe('a day is kept open by', () => {
  it('a line of the bank that nothing here explains, and by what the bank does not have', async () => {
    const given = await aCommunity()
    await given.transfer('40.00', 'OURS-1')
    await given.import(aFile(credit('T1', '55.00')))
    clock.set('2026-11-24T10:00:00+08:00')
    expect(await given.lacks(the22nd)).toMatchObject({ bankDoubts: 0 })
    expect(await given.lacks()).toMatchObject({ bankDoubts: 2, bankDays: 0 })
    await expect(given.close()).rejects.toMatchObject({ code: 'day-unexplained', facts: { bankDoubts: 2 } })
    await given.hold(await given.lineOf('T1'))
    const [ours] = (await given.statement()).alone
    await given.explainMovement(ours?.movement ?? '', '银行次日入账')
    await given.close()
    expect(await given.audited()).toEqual([])
  })

  it('money at an account of which no statement speaks yet, once its statements are taken in', async () => {
    const given = await aCommunity()
    await given.transfer('40.00', 'OURS-1')
    clock.set('2026-11-24T10:00:00+08:00')
    expect(await given.lacks()).toMatchObject({ bankDays: 0 })
    await given.import(aFile(), given.on(the22nd))
    expect(await given.lacks()).toMatchObject({ bankDoubts: 0, bankDays: 1 })
    await expect(given.close()).rejects.toMatchObject({ facts: { bankDays: 1 } })
    await given.import(aFile(credit('OURS-1', '40.00')), given.on(the23rd))
    expect(await given.lacks()).toMatchObject({ bankDoubts: 0, bankDays: 0 })
    await given.close()
  })

  it('no statement where the bank had it the day after, and none of the time before the first', async () => {
    const given = await aCommunity()
    await given.transfer('40.00', 'OURS-1')
    clock.set('2026-11-24T10:00:00+08:00')
    await given.import(aFile(credit('OURS-1', '40.00', the24th)), given.on(the24th))
    expect(await given.lacks()).toMatchObject({ bankDoubts: 0, bankDays: 0 })
  })
})

describe('what turns up once its day is closed', () => {
  /** A transfer of the 23rd that its statement has, the day closed, and the payment taken back on the 24th. */
  async function undone() {
    const given = await aCommunity()
    const { id } = await given.transfer('70.00', 'R1')
    await given.import(aFile(credit('R1', '70.00')))
    clock.set('2026-11-24T10:00:00+08:00')
    await given.close()
    await given.reverse(id, given.finance)
    expect(await given.lacks(the24th)).toMatchObject({ bankDoubts: 1 })
    return { ...given, lineId: await given.lineOf('R1') }
  }

  it('is held in suspense on the first open day', async () => {
    const given = await undone()
    await given.hold(given.lineId)
    expect(await given.books.balances()).toMatchObject({ bank: 7000, suspense: -7000 })
    expect(await given.lacks(the24th)).toMatchObject({ bankDoubts: 0 })
    expect(await given.audited()).toEqual([])
  })

  it('is matched with what is booked anew', async () => {
    const given = await undone()
    await given.transfer('70.00', 'R1')
    expect(await given.lacks(the24th)).toMatchObject({ bankDoubts: 1, bankDays: 1 })
    expect(await given.matchAgain()).toEqual({ matched: 1 })
    expect(await given.lacks(the24th)).toMatchObject({ bankDoubts: 0, bankDays: 0 })
    expect(await given.audited()).toEqual([])
  })

  it('is explained', async () => {
    const given = await undone()
    await given.explain(given.lineId, '银行当日退回')
    expect(await given.lacks(the24th)).toMatchObject({ bankDoubts: 0 })
  })

  it('keeps the next days open, whatever day it is of', async () => {
    const given = await aCommunity()
    clock.set('2026-11-24T10:00:00+08:00')
    await given.close()
    await given.import(aFile(credit('LATE', '9.00')), given.on(the23rd))
    expect(await given.lacks(the24th)).toMatchObject({ bankDoubts: 1 })
    const { open } = await given.inside((ctx) => financeOverview(ctx, { from: the23rd, to: the24th }))
    expect(open).toMatchObject({ bankDoubts: 1 })
  })
})
