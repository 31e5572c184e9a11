import { businessDate } from '@anjiao/shared/calendar'
import { beforeEach, describe, expect, it } from 'vitest'
import { testWorld } from '../local/testing/world.ts'
import { aFile, aLayout, givenStatements } from './testing/given-statements.ts'

const { world, clock } = await testWorld()

beforeEach(() => clock.set('2026-11-23T10:00:00+08:00'))

const credit = (serial: string, amount: string, { name = '', remark = '', day = '2026-11-23' } = {}) =>
  `${day},${serial},${amount},,,${name},${remark}`
const outgo = (serial: string, amount: string) => `2026-11-23,${serial},,${amount},,,`

/** A home that paid by transfer, under a number. */
async function aTransfer(
  given: Awaited<ReturnType<typeof givenStatements>>,
  amount: string,
  voucherNumber: string,
) {
  const { householdId } = await given.household()
  await given.charge(householdId, { owes: amount, due: '2026-10-31' })
  return given.take(householdId, amount, { method: 'transfer', placeId: given.bank, voucherNumber })
}

const standing = async (given: Awaited<ReturnType<typeof givenStatements>>) => {
  const { lines, alone } = await given.statement()
  return {
    lines: lines.map(({ serial, state, doubt }) => [serial, state, doubt]),
    alone: alone.map(({ reference, doubt }) => [reference, doubt]),
  }
}

const lineOf = async (given: Awaited<ReturnType<typeof givenStatements>>, wanted: string) => {
  const line = (await given.statement()).lines.find(({ serial }) => serial === wanted)
  if (!line) throw new Error(`no line ${wanted}`)
  return line.id
}

describe('a line is matched by itself with', () => {
  it('a transfer of its number, and with cash that was taken to the bank, by amount and day', async () => {
    const given = await givenStatements(world)
    const { householdId } = await given.household()
    await given.charge(householdId, { owes: '80.00', due: '2026-10-31' })
    await given.openTill()
    await given.take(householdId, '80.00')
    await given.move('deposit', '80.00', 'slip-1')
    await aTransfer(given, '100.00', 'sn-000001')
    await aTransfer(given, '100.00', 'sn-000002')
    const file = aFile(
      credit('SN-000001', '100.00'),
      credit('X9', '100.00', { remark: '回单sn-000002' }),
      credit('C1', '80.00'),
    )
    expect(await given.import(file)).toEqual({ added: 3, matched: 3 })
    expect(await standing(given)).toEqual({
      lines: [
        ['C1', 'matched', null],
        ['X9', 'matched', null],
        ['SN-000001', 'matched', null],
      ],
      alone: [],
    })
    expect(await given.audited()).toEqual([])
  })

  it('money that went back to its payer out of suspense, and with a card at its terminal', async () => {
    const given = await givenStatements(world)
    await given.import(aFile(credit('S1', '66.00', { name: '赵六' })))
    await given.hold(await lineOf(given, 'S1'))
    const [item] = await given.open()
    if (!item) throw new Error('one item')
    const how = {
      way: 'transfer',
      placeId: given.bank,
      paidOn: businessDate('2026-11-23'),
      reference: 'OUT-66',
      reason: '不是本小区的',
    } as const
    await expect(given.giveBack(item.id, how)).rejects.toMatchObject({ code: 'suspense-return-takes-two' })
    await given.giveBack(item.id, how, { caller: await given.staff('finance') })
    expect(
      await given.import(aFile(credit('S1', '66.00', { name: '赵六' }), outgo('OUT-66', '66.00'))),
    ).toEqual({
      added: 1,
      matched: 1,
    })

    await given.setLayout(aLayout, given.pos)
    const { householdId } = await given.household()
    await given.charge(householdId, { owes: '50.00', due: '2026-10-31' })
    await given.take(householdId, '50.00', { method: 'pos', placeId: given.pos, voucherNumber: '900001' })
    expect(await given.import(aFile(credit('900001', '50.00')), { placeId: given.pos })).toMatchObject({
      matched: 1,
    })
    expect(await given.audited()).toEqual([])
  })

  it('what is booked only afterwards, once somebody looks again', async () => {
    const given = await givenStatements(world)
    await given.import(aFile(credit('L1', '30.00')))
    await aTransfer(given, '30.00', 'L1')
    expect(await given.matchAgain()).toEqual({ matched: 1 })
    expect(await given.matchAgain()).toEqual({ matched: 0 })
  })
})

describe('a difference is', () => {
  it('a line that nothing is booked for, and a posting that the bank does not have', async () => {
    const given = await givenStatements(world)
    await aTransfer(given, '40.00', 'OURS-1')
    await given.import(aFile(credit('T1', '41.00')))
    expect(await standing(given)).toEqual({
      lines: [['T1', 'open', 'missing_here']],
      alone: [['OURS-1', 'missing_there']],
    })
    expect((await given.places()).find(({ id }) => id === given.bank)).toMatchObject({ open: 2 })
  })

  it('another amount under the same number, which can neither be matched nor held', async () => {
    const given = await givenStatements(world)
    const { id } = await aTransfer(given, '40.00', 'OURS-2')
    await given.import(aFile(credit('OURS-2', '45.00')))
    expect(await standing(given)).toEqual({
      lines: [['OURS-2', 'open', 'amount']],
      alone: [['OURS-2', 'amount']],
    })
    const lineId = await lineOf(given, 'OURS-2')
    const [ours] = (await given.statement()).alone
    await expect(given.match(lineId, ours?.movement ?? '')).rejects.toMatchObject({
      code: 'bank-amounts-differ',
    })
    await expect(given.hold(lineId)).rejects.toMatchObject({ code: 'bank-line-fits' })
    await given.reverse(id)
    expect(await standing(given)).toMatchObject({ alone: [] })
  })

  it('two lines that may be the same payment: a person says which', async () => {
    const given = await givenStatements(world)
    await aTransfer(given, '100.00', 'OURS-3')
    await given.import(aFile(credit('T1', '100.00'), credit('T2', '100.00')))
    expect(await standing(given)).toEqual({
      lines: [
        ['T2', 'open', 'unsure'],
        ['T1', 'open', 'unsure'],
      ],
      alone: [['OURS-3', 'unsure']],
    })
    const [ours] = (await given.statement()).alone
    const [one, two] = [await lineOf(given, 'T1'), await lineOf(given, 'T2')]
    await expect(given.hold(two)).rejects.toMatchObject({ code: 'bank-line-fits' })
    await given.match(one, ours?.movement ?? '')
    await expect(given.match(two, ours?.movement ?? '')).rejects.toMatchObject({
      code: 'bank-movement-taken',
    })
    await given.hold(two)
    expect(await standing(given)).toMatchObject({
      lines: [
        ['T2', 'held', null],
        ['T1', 'matched', null],
      ],
    })
    expect(await given.audited()).toEqual([])
  })

  it('a match whose payment was reversed since; booked anew, it matches again', async () => {
    const given = await givenStatements(world)
    const { id } = await aTransfer(given, '70.00', 'R1')
    await given.import(aFile(credit('R1', '70.00')))
    await given.reverse(id)
    expect(await standing(given)).toMatchObject({ lines: [['R1', 'matched', 'undone']] })
    await aTransfer(given, '70.00', 'R1')
    expect(await given.matchAgain()).toEqual({ matched: 1 })
    expect(await standing(given)).toMatchObject({ lines: [['R1', 'matched', null]], alone: [] })
  })

  it('two lines and two payments of one amount: each is one of them, and none is held', async () => {
    const given = await givenStatements(world)
    await aTransfer(given, '100.00', 'OURS-6')
    await aTransfer(given, '100.00', 'OURS-7')
    await given.import(aFile(credit('T3', '100.00'), credit('T4', '100.00')))
    const [one, two] = [await lineOf(given, 'T3'), await lineOf(given, 'T4')]
    for (const id of [one, two])
      await expect(given.hold(id)).rejects.toMatchObject({ code: 'bank-line-fits' })
    const { mayBe } = await given.statement()
    expect(mayBe).toHaveLength(2)
    await given.match(one, mayBe[0]?.movement ?? '')
    await expect(given.hold(two)).rejects.toMatchObject({ code: 'bank-line-fits' })
    await given.match(two, mayBe[1]?.movement ?? '')
    expect(await standing(given)).toMatchObject({ alone: [] })
  })

  it('nothing of a day that no statement speaks of', async () => {
    const given = await givenStatements(world)
    await aTransfer(given, '40.00', 'OURS-4')
    const yesterday = { from: businessDate('2026-11-22'), to: businessDate('2026-11-22') }
    await given.import(aFile(), { query: yesterday })
    expect(await standing(given)).toEqual({ lines: [], alone: [] })
  })
})

describe('what was explained because the bank was late', () => {
  async function explained() {
    const given = await givenStatements(world)
    await aTransfer(given, '40.00', 'SLIP-000777')
    await given.import(aFile())
    const [ours] = (await given.statement()).alone
    await given.explainMovement(ours?.movement ?? '', '银行晚几天入账')
    clock.set('2026-11-24T10:00:00+08:00')
    const query = { from: businessDate('2026-11-24'), to: businessDate('2026-11-24') }
    return { ...given, movement: ours?.movement ?? '', query }
  }

  it('is matched when its line comes, by its number', async () => {
    const { query, ...given } = await explained()
    const late = aFile(credit('SLIP-000777', '40.00', { day: '2026-11-24' }))
    expect(await given.import(late, { query })).toEqual({ added: 1, matched: 1 })
    expect(await given.books.balances()).toMatchObject({ bank: 4000 })
  })

  it('is offered when a line of its amount comes under another number, which may be other money all the same', async () => {
    const { query, movement, ...given } = await explained()
    const lines = [credit('S1', '40.00', { day: '2026-11-24' }), credit('S2', '40.00', { day: '2026-11-24' })]
    expect(await given.import(aFile(...lines), { query })).toEqual({ added: 2, matched: 0 })
    expect(await given.statement()).toMatchObject({ mayBe: [{ movement }] })
    await given.hold(await lineOf(given, 'S2'))
    await given.match(await lineOf(given, 'S1'), movement)
    expect(await given.books.balances()).toMatchObject({ bank: 8000, suspense: -4000 })
    expect(await given.audited()).toEqual([])
  })

  it('is not said by who booked it', async () => {
    const given = await givenStatements(world)
    const { householdId } = await given.household()
    await given.charge(householdId, { owes: '40.00', due: '2026-10-31' })
    await given.take(householdId, '40.00', {
      method: 'transfer',
      placeId: given.bank,
      voucherNumber: 'OWN-1',
      caller: given.finance,
    })
    await given.import(aFile())
    const [ours] = (await given.statement()).alone
    await expect(given.explainMovement(ours?.movement ?? '', '银行晚几天入账')).rejects.toMatchObject({
      code: 'own-booking',
    })
  })
})

describe('a line that nothing explains', () => {
  it('goes into suspense once, whoever asks and how often; its number is booked by nobody else', async () => {
    const given = await givenStatements(world)
    await given.import(aFile(credit('H1', '88.00', { name: '孙七', remark: '物业费' })))
    const lineId = await lineOf(given, 'H1')
    const asked = await Promise.allSettled([given.hold(lineId), given.hold(lineId)])
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await expect(given.hold(lineId)).rejects.toMatchObject({ code: 'bank-line-done' })
    expect(await given.open()).toMatchObject([
      { reason: 'bank_unexplained', amountFen: 8800, payerName: '孙七', remark: '物业费' },
    ])
    expect(await given.books.balances()).toMatchObject({ bank: 8800, suspense: -8800 })
    await expect(aTransfer(given, '88.00', 'H1')).rejects.toMatchObject({ code: 'voucher-in-suspense' })
    expect(await standing(given)).toEqual({ lines: [['H1', 'held', null]], alone: [] })
    expect(await given.audited()).toEqual([])
  })

  it('is held, or booked at the counter under its number at the same moment: one of the two', async () => {
    const given = await givenStatements(world)
    const serials = Array.from({ length: 8 }, (_, index) => `R${index}`)
    await given.import(aFile(...serials.map((serial) => credit(serial, '88.00'))))
    for (const serial of serials) {
      const lineId = await lineOf(given, serial)
      const both = await Promise.allSettled([given.hold(lineId), aTransfer(given, '88.00', serial)])
      expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    }
    expect(await given.books.balances()).toMatchObject({ bank: 8800 * serials.length })
    expect(await given.audited()).toEqual([])
  })

  it('is explained with a reason, once, as is what the bank does not have; nothing moves', async () => {
    const given = await givenStatements(world)
    await aTransfer(given, '40.00', 'OURS-5')
    await given.import(aFile(outgo('F1', '5.00')))
    const lineId = await lineOf(given, 'F1')
    const before = await given.books.balances()
    await expect(given.hold(lineId)).rejects.toMatchObject({ code: 'bank-line-went-out' })
    await given.explain(lineId, '银行手续费')
    await expect(given.explain(lineId, '再说一次')).rejects.toMatchObject({ code: 'bank-line-done' })
    const [ours] = (await given.statement()).alone
    await given.explainMovement(ours?.movement ?? '', '银行次日入账')
    await expect(given.explainMovement(ours?.movement ?? '', '银行次日入账')).rejects.toMatchObject({
      code: 'bank-movement-taken',
    })
    expect(await given.statement()).toMatchObject({
      lines: [{ state: 'explained', reason: '银行手续费', resolvedBy: '员工', doubt: null }],
      alone: [],
    })
    expect(await given.books.balances()).toEqual(before)
  })

  it('is nobody’s to deal with of another community or role', async () => {
    const given = await givenStatements(world)
    await given.import(aFile(credit('N1', '9.00')))
    const lineId = await lineOf(given, 'N1')
    await expect(given.hold(lineId, given.manager)).rejects.toMatchObject({ code: 'not-allowed' })
    const elsewhere = await givenStatements(world)
    await expect(elsewhere.explain(lineId, '不是我的')).rejects.toMatchObject({ code: 'not-found' })
  })
})

it('the audit finds a held line whose money is not in suspense with its amount', async () => {
  const given = await givenStatements(world)
  await given.import(aFile(credit('W1', '9.00')))
  await given.arrives('7.00', { externalId: 'W1' })
  await given.inside(
    ({ tx, now, community }) => tx.run`
      update bank_line set state = 'held', resolved_at = ${now}, resolved_by = 'system:test',
             item_id = (select id from suspense_item where community_id = ${community})
       where community_id = ${community}`,
  )
  expect(await given.audited()).toEqual([
    expect.objectContaining({
      rule: 'what is held lies in suspense, at its place',
      booksFen: 700,
      storedFen: 900,
    }),
  ])
})
