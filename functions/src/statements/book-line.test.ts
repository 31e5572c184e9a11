import { businessDate } from '@anjiao/shared/calendar'
import { zeroFen } from '@anjiao/shared/money'
import { beforeEach, describe, expect, it } from 'vitest'
import { setUpPlace } from '../counter/set-up-place.ts'
import { financeOverview } from '../finance/overview.ts'
import { closeBooks } from '../ledger/index.ts'
import { testMchid, yuan } from '../local/testing/given.ts'
import { testWorld } from '../local/testing/world.ts'
import { aFile, aLayout, givenStatements } from './testing/given-statements.ts'

const { world, clock } = await testWorld()

beforeEach(() => clock.set('2026-11-23T10:00:00+08:00'))

const credit = (serial: string, amount: string) => `2026-11-23,${serial},${amount},,,,`
const outgo = (serial: string, amount: string) => `2026-11-23,${serial},,${amount},,,`
const today = businessDate('2026-11-23')

async function aBank() {
  const given = await givenStatements(world)
  await given.inside(async ({ tx, community }) => {
    await tx.run`
      update merchant set company_id = (select company_id from community where id = ${community}) where mchid = ${testMchid}`
  })
  return given
}

const anotherAccount = async ({ inside }: Pick<Awaited<ReturnType<typeof aBank>>, 'inside'>) => {
  const account = { kind: 'bank', name: '建行一般户', lastDigits: '0202', holderId: null } as const
  return (await inside((ctx) => setUpPlace(ctx, account))).id
}

describe('our own money', () => {
  it('that WeChat pays out to the account lies there afterwards, and with the merchant no more', async () => {
    const given = await aBank()
    await given.import(aFile(credit('TX1', '900.00')))
    const line = await given.lineOf('TX1')
    expect((await given.statement()).ours.mchids).toContain(testMchid)
    await given.book(line, { kind: 'wechat', mchid: testMchid })
    expect(await given.books.balances()).toMatchObject({ bank: 90_000, wechat: -90_000 })
    await expect(given.book(line, { kind: 'wechat', mchid: testMchid })).rejects.toMatchObject({
      code: 'bank-line-done',
    })
    await given.import(aFile(credit('TX1', '900.00'), credit('TX2', '900.00')))
    expect((await given.statement('open')).lines.map(({ serial }) => serial)).toEqual(['TX2'])
    expect(await given.audited()).toEqual([])
  })

  it('that the card company pays out comes without its fee, and its statement of single trades does not ask for the sum', async () => {
    const given = await aBank()
    const { householdId } = await given.household()
    await given.charge(householdId, { owes: '500.00', due: '2026-10-31' })
    await given.take(householdId, '500.00', { method: 'pos', placeId: given.pos, voucherNumber: '900001' })
    await given.setLayout(aLayout, given.pos)
    await given.import(aFile(credit('900001', '500.00')), { placeId: given.pos })
    await given.import(aFile(credit('YL1', '497.00')))
    await given.book(await given.lineOf('YL1'), { kind: 'place', placeId: given.pos, feeFen: yuan('3.00') })
    const balances = await given.books.balances()
    expect(balances).toMatchObject({ bank: 49_700, finance_cost: 300 })
    expect(balances.pos ?? 0).toBe(0)
    expect(await given.statement('open', given.pos)).toMatchObject({ lines: [], alone: [] })
    const told = await given.inside((ctx) => financeOverview(ctx, { from: today, to: today }))
    expect(told).toMatchObject({ receivedFen: 50_000, feeFen: 300 })
    expect(await given.audited()).toEqual([])
  })

  it('that goes from one account to another is matched when the other’s statement comes', async () => {
    const given = await aBank()
    const other = await anotherAccount(given)
    await given.setLayout(aLayout, other)
    await given.import(aFile(outgo('OUT1', '200.00')))
    await given.book(await given.lineOf('OUT1'), { kind: 'place', placeId: other, feeFen: zeroFen })
    expect(await given.import(aFile(credit('IN1', '200.00')), { placeId: other })).toEqual({
      added: 1,
      matched: 1,
    })
    expect((await given.books.balances()).bank ?? 0).toBe(0)
    expect(await given.audited()).toEqual([])
  })
})

it('what the bank charges, and the interest that it pays, are booked as what they cost', async () => {
  const given = await aBank()
  await given.import(aFile(outgo('F1', '5.00'), credit('I1', '1.20')))
  await given.book(await given.lineOf('F1'), { kind: 'cost' })
  await given.book(await given.lineOf('I1'), { kind: 'cost' })
  expect(await given.books.balances()).toMatchObject({ bank: -380, finance_cost: 380 })
  expect(await given.audited()).toEqual([])
})

describe('a line is refused', () => {
  it('for a fee where none is kept, a merchant or account that is not ours, and the account itself', async () => {
    const given = await aBank()
    await given.import(aFile(credit('B1', '10.00')))
    const line = await given.lineOf('B1')
    const other = await anotherAccount(given)
    for (const [booking, code] of [
      [{ kind: 'place', placeId: other, feeFen: yuan('1.00') }, 'bad-input'],
      [{ kind: 'place', placeId: given.bank, feeFen: zeroFen }, 'place-not-usable'],
      [{ kind: 'place', placeId: given.till, feeFen: zeroFen }, 'place-not-usable'],
      [{ kind: 'wechat', mchid: '1999999999' }, 'not-found'],
    ] as const)
      await expect(given.book(line, booking)).rejects.toMatchObject({ code })
    await expect(given.book(line, { kind: 'cost' }, given.manager)).rejects.toMatchObject({
      code: 'not-allowed',
    })
    expect(await given.books.balances()).toEqual({})
  })

  it('while something is booked that it may be', async () => {
    const given = await aBank()
    const { householdId } = await given.household()
    await given.charge(householdId, { owes: '60.00', due: '2026-10-31' })
    await given.take(householdId, '60.00', { method: 'transfer', placeId: given.bank, voucherNumber: 'A-1' })
    await given.import(aFile(credit('C1', '60.00'), credit('C2', '60.00')))
    await expect(given.book(await given.lineOf('C1'), { kind: 'cost' })).rejects.toMatchObject({
      code: 'bank-line-fits',
    })
  })
})

describe('what was said of a line is taken back', () => {
  it('with what was booked for it, today, also when its day is closed; then it is booked otherwise', async () => {
    const given = await aBank()
    await given.import(aFile(credit('W1', '497.00')))
    const line = await given.lineOf('W1')
    await given.book(line, { kind: 'place', placeId: given.pos, feeFen: yuan('3.00') })
    clock.set('2026-11-24T10:00:00+08:00')
    await given.inside((ctx) => closeBooks(ctx, today))
    await given.reopen(line)
    expect(Object.values(await given.books.balances()).filter((fen) => fen !== 0)).toEqual([])
    await expect(given.reopen(line)).rejects.toMatchObject({ code: 'bank-line-open' })
    await given.book(line, { kind: 'wechat', mchid: testMchid })
    expect(await given.books.balances()).toMatchObject({ bank: 49_700, wechat: -49_700 })
    expect(await given.audited()).toEqual([])
  })

  it('a reason falls away, and the line is open; money in suspense is dealt with there', async () => {
    const given = await aBank()
    await given.import(aFile(outgo('E1', '5.00'), credit('H1', '7.00')))
    const line = await given.lineOf('E1')
    await given.explain(line, '公司内部转账')
    await given.reopen(line)
    expect((await given.statement('open')).lines).toMatchObject([
      { serial: 'H1' },
      { serial: 'E1', state: 'open', reason: '', resolvedBy: null },
    ])
    await given.hold(await given.lineOf('H1'))
    await expect(given.reopen(await given.lineOf('H1'))).rejects.toMatchObject({ code: 'bank-line-held' })
  })
})
