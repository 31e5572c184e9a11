import { businessDate } from '@anjiao/shared/calendar'
import { beforeEach, describe, expect, it } from 'vitest'
import { cancelCharge, householdBills, postLateFees } from '../billing/index.ts'
import { yuan } from '../local/testing/given.ts'
import { type GivenDisputes, givenDisputes } from '../local/testing/given-disputes.ts'
import { givenLoanPrimeRate } from '../local/testing/given-prices.ts'
import { testWorld } from '../local/testing/world.ts'

const { world, clock } = await testWorld()
await givenLoanPrimeRate(world, { '2019-08-20': 31_000 })
const at = (day: string) => clock.set(`${day}T10:00:00+08:00`)
beforeEach(() => at('2026-01-10'))

/** On 10 March. */
async function aHome(): Promise<GivenDisputes> {
  const given = await givenDisputes(world)
  at('2026-03-10')
  return given
}

/** What is posted as late fee up to today, by charge. */
async function lateFees(given: GivenDisputes) {
  await given.inside((ctx) => postLateFees(ctx, [given.householdId], ctx.today))
  const fees = await given.inside(
    ({ tx, community }) => tx.rows<{ chargeId: number; fen: number }>`
      select principal_id as charge_id, sum(amount_fen)::bigint as fen from charge
       where community_id = ${community} and principal_id is not null and cancelled_by is null
       group by principal_id`,
  )
  const of = (charge: number) => fees.find(({ chargeId }) => chargeId === charge)?.fen ?? 0
  return { disputed: of(given.disputed), other: of(given.other) }
}

const events = (given: GivenDisputes) =>
  given.inside(
    ({ tx, community }) =>
      tx.rows<{ kind: string; payload: object }>`
        select kind, payload from domain_event where community_id = ${community} order by id`,
  )

describe('a dispute that was opened', () => {
  it('is answered within ten days, and its owner reads what they wrote', async () => {
    const given = await aHome()
    const dispute = await given.open(given.disputed, { text: '  楼道没人打扫 ' })
    expect(dispute).toMatchObject({
      householdId: given.householdId,
      about: 'service',
      text: '楼道没人打扫',
      state: 'open',
      answer: '',
      replyBy: '2026-03-20',
      answeredAt: null,
      charge: {
        id: given.disputed,
        overdue: false,
        hold: { matter: 'dispute', granted: false, until: null, waives: false },
      },
    })
    expect(await given.list()).toEqual([dispute])
    expect(await given.auditDisputes()).toEqual([])
  })

  it('holds its charge and no other: the late fee stops for it alone, and it alone is not overdue', async () => {
    const given = await aHome()
    await given.open()
    expect(await given.held()).toEqual([{ chargeId: given.disputed, from: '2026-03-10', to: null }])
    at('2026-04-09')
    const bills = await given.inside((ctx) => householdBills(ctx, given.householdId))
    expect(bills).toMatchObject({ openFen: yuan('2000.00'), overdueFen: yuan('1000.00') })
    // February, and March up to the day of the dispute; thirty more days for the charge beside it.
    expect(await lateFees(given)).toEqual({ disputed: 38 * 5, other: 68 * 5 })
  })

  it('holds the late fees on its charge as well, those that are posted later too', async () => {
    const given = await aHome()
    at('2026-02-28')
    await lateFees(given)
    at('2026-03-10')
    await given.open()
    at('2026-03-31')
    await lateFees(given)
    const bills = await given.inside((ctx) => householdBills(ctx, given.householdId))
    const held = bills.years
      .flatMap(({ charges }) => charges)
      .map(({ origin, hold }) => [origin, hold?.matter])
    expect(held).toEqual([
      ['opening', 'dispute'],
      ['late_fee', 'dispute'],
      ['late_fee', 'dispute'],
      ['opening', undefined],
      ['late_fee', undefined],
      ['late_fee', undefined],
    ])
    expect((await given.held()).map(({ from }) => from)).toEqual(['2026-03-10', '2026-03-10', '2026-03-31'])
    expect(await given.auditDisputes()).toEqual([])
  })

  it('may be of what is paid in part or in full', async () => {
    const given = await aHome()
    await given.settle(given.disputed, '1000.00')
    await given.settle(given.other, '400.00')
    expect(await given.open(given.disputed, { about: 'paid' })).toMatchObject({ charge: { state: 'paid' } })
    expect(await given.open(given.other)).toMatchObject({ charge: { state: 'partly_paid' } })
  })

  it('may not be of what was cancelled', async () => {
    const given = await aHome()
    const manager = await given.staff('manager')
    await given.inside((ctx) =>
      cancelCharge(
        { ...ctx, actor: { kind: 'staff', ...manager, roles: ['manager'] } },
        given.disputed,
        '重复',
      ),
    )
    await expect(given.open()).rejects.toMatchObject({ code: 'nothing-to-dispute' })
  })

  it('is the only one of its charge that waits', async () => {
    const given = await aHome()
    await given.open()
    await expect(given.open()).rejects.toMatchObject({ code: 'already-disputed' })
    await given.open(given.other)
  })

  it('may be followed by others until there were three of one charge', async () => {
    const given = await aHome()
    const desk = await given.staff('front_desk')
    await given.withdraw((await given.open()).id)
    await given.explain((await given.open()).id, desk)
    await given.explain((await given.open()).id, desk)
    await expect(given.open()).rejects.toMatchObject({ code: 'too-many-disputes', facts: { limit: 3 } })
    await given.open(given.other)
  })
})

describe('a dispute of a late fee', () => {
  async function aLateFee() {
    const given = await aHome()
    at('2026-02-28')
    await lateFees(given)
    at('2026-03-10')
    const { fee } = await given.inside(
      ({ tx, community }) =>
        tx.one<{ fee: typeof given.disputed }>`
        select id as fee from charge where (community_id, principal_id) = (${community}, ${given.disputed})`,
    )
    return { given, fee, desk: await given.staff('front_desk') }
  }

  it('holds the late fee, and not what it is on', async () => {
    const { given, fee } = await aLateFee()
    await given.open(fee)
    expect((await given.held()).map(({ chargeId }) => chargeId)).toEqual([fee])
  })

  it('is part of the dispute of what it is on', async () => {
    const { given, fee } = await aLateFee()
    await given.open()
    await expect(given.open(fee)).rejects.toMatchObject({ code: 'already-disputed' })
  })

  it('that is over leaves the late fee to a dispute of what it is on', async () => {
    const { given, fee, desk } = await aLateFee()
    const ofFee = await given.open(fee)
    at('2026-03-12')
    const ofCharge = await given.open()
    expect(await given.auditDisputes()).toEqual([])
    at('2026-03-14')
    await given.explain(ofFee.id, desk)
    expect(await given.held()).toEqual([
      { chargeId: given.disputed, from: '2026-03-12', to: null },
      { chargeId: fee, from: '2026-03-10', to: '2026-03-14' },
      { chargeId: fee, from: '2026-03-12', to: null },
    ])
    expect(await given.auditDisputes()).toEqual([])
    await given.explain(ofCharge.id, desk)
    expect((await given.held()).map(({ to }) => to)).toEqual(['2026-03-14', '2026-03-14', '2026-03-14'])
    expect(await given.auditDisputes()).toEqual([])
  })

  it('stays when the dispute of what it is on is over first', async () => {
    const { given, fee, desk } = await aLateFee()
    await given.open(fee)
    await given.explain((await given.open()).id, desk)
    expect(await given.held()).toEqual([
      { chargeId: given.disputed, from: '2026-03-10', to: '2026-03-10' },
      { chargeId: fee, from: '2026-03-10', to: null },
    ])
    expect(await given.auditDisputes()).toEqual([])
  })
})

describe('an answer', () => {
  it('that explains ends the hold with its day; the days on which one waited for it never bear a late fee', async () => {
    const given = await aHome()
    const { id } = await given.open()
    at('2026-03-15')
    const answered = await given.explain(id, await given.staff('front_desk'), ' 请看保洁记录 ')
    expect(answered).toMatchObject({
      state: 'explained',
      answer: '请看保洁记录',
      replyBy: null,
      answeredAt: '2026-03-15T02:00:00.000Z',
      charge: { state: 'open', hold: { matter: 'dispute', until: '2026-03-15' } },
    })
    expect(await given.held()).toEqual([{ chargeId: given.disputed, from: '2026-03-10', to: '2026-03-15' }])
    expect(await given.list()).toEqual([answered])
    expect(await given.auditDisputes()).toEqual([])
    at('2026-03-16')
    const [again] = await given.list()
    expect(again).toMatchObject({ charge: { overdue: true, hold: null } })
    expect(await lateFees(given)).toEqual({ disputed: (44 - 5) * 5, other: 44 * 5 })
    expect(await events(given)).toEqual([
      {
        kind: 'dispute-answered',
        payload: { disputeId: id, chargeId: given.disputed, outcome: 'explained', chargeCancelled: false },
      },
    ])
  })

  it('that agrees may cancel the charge with all late fees on it: the owner reads why, what was paid is theirs', async () => {
    const given = await aHome()
    await lateFees(given)
    await given.settle(given.disputed, '300.00')
    const { id } = await given.open()
    const corrected = await given.correct(id, await given.staff('manager'), true)
    expect(corrected).toMatchObject({ state: 'corrected', charge: { state: 'cancelled', hold: null } })
    expect(await given.books.advance(given.householdId)).toBe(yuan('300.00'))
    expect(await given.books.open(given.householdId)).toEqual([0, yuan('1000.00'), 0, 38 * 5])
    expect(await given.books.audit()).toEqual([])
    expect(await given.auditDisputes()).toEqual([])
  })

  it('that agrees may leave the charge, to be put right another way', async () => {
    const given = await aHome()
    const { id } = await given.open()
    expect(await given.correct(id, await given.staff('finance'), false)).toMatchObject({
      state: 'corrected',
      charge: { state: 'open' },
    })
  })

  it('cancels a charge only for a manager, and answers nothing otherwise', async () => {
    const given = await aHome()
    const { id } = await given.open()
    for (const role of ['front_desk', 'finance'] as const) {
      await expect(given.correct(id, await given.staff(role), true)).rejects.toMatchObject({
        code: 'not-allowed',
      })
    }
    expect(await given.list()).toMatchObject([{ state: 'open', charge: { state: 'open' } }])
  })

  it('is not for somebody linked to the home, whatever post they hold', async () => {
    const given = await aHome()
    const { id } = await given.open()
    const manager = await given.staff('manager')
    await given.inside(
      ({ tx, community }) => tx.run`
        insert into membership (community_id, household_id, person_id, relation)
        values (${community}, ${given.householdId}, ${manager.personId}, 'tenant')`,
    )
    await expect(given.explain(id, manager)).rejects.toMatchObject({ code: 'own-application' })
    await expect(given.correct(id, manager, true)).rejects.toMatchObject({ code: 'own-application' })
    await given.explain(id, await given.staff('finance'))
  })

  it('is given once, and stands in the record', async () => {
    const given = await aHome()
    const desk = await given.staff('front_desk')
    const { id } = await given.open()
    await given.explain(id, desk)
    await expect(given.explain(id, desk)).rejects.toMatchObject({ code: 'dispute-over' })
    await expect(given.withdraw(id)).rejects.toMatchObject({ code: 'dispute-over' })
    const recorded = await given.inside(
      ({ tx }) => tx.rows`select actor, action, subject, details from audit_log`,
    )
    expect(recorded).toEqual([
      {
        actor: `staff:${desk.personId}`,
        action: 'dispute-explained',
        subject: `dispute ${id}`,
        details: { chargeCancelled: false },
      },
    ])
  })
})

it('a dispute that is withdrawn ends its hold with the day, and asks for no answer', async () => {
  const given = await aHome()
  const { id } = await given.open()
  at('2026-03-12')
  expect(await given.withdraw(id)).toMatchObject({ state: 'withdrawn', replyBy: null, answeredAt: null })
  expect(await given.held()).toEqual([{ chargeId: given.disputed, from: '2026-03-10', to: '2026-03-12' }])
  await expect(given.withdraw(id)).rejects.toMatchObject({ code: 'dispute-over' })
  expect(await given.auditDisputes()).toEqual([])
  expect(await events(given)).toEqual([])
})

it('disputes of a home are listed newest first, those of staff oldest first and by state', async () => {
  const given = await aHome()
  const desk = await given.staff('front_desk')
  const first = await given.open()
  const second = await given.open(given.other)
  expect((await given.list()).map(({ id }) => id)).toEqual([second.id, first.id])
  const waiting = await given.listAsStaff(desk)
  expect(waiting.map(({ dispute }) => dispute.id)).toEqual([first.id, second.id])
  expect(waiting[0]).toMatchObject({ ownerMasked: '王**' })
  await given.explain(first.id, desk)
  expect((await given.listAsStaff(desk)).map(({ dispute }) => dispute.id)).toEqual([second.id])
  expect((await given.listAsStaff(desk, 'explained')).map(({ dispute }) => dispute.id)).toEqual([first.id])
})

it('the audit finds a hold that is missing, one too many, and one that outlives its dispute', async () => {
  const given = await aHome()
  const [one, other] = [await given.open(), await given.open(given.other)]
  const plant = (from: string, to: string | null, disputeId: number) =>
    given.inside(
      ({ tx, community }) => tx.run`
        insert into charge_hold (community_id, household_id, charge_id, matter, subject_id, granted, from_date, to_date)
        values (${community}, ${given.householdId}, ${given.disputed}, 'dispute', ${disputeId}, false, ${businessDate(from)}, ${to})`,
    )
  await given.inside(({ tx }) => tx.run`delete from charge_hold where charge_id = ${given.disputed}`)
  expect(await given.auditDisputes()).toMatchObject([
    { subject: `dispute ${one.id}`, booksFen: yuan('1000.00'), storedFen: 0 },
  ])
  await plant('2026-03-10', null, other.id)
  expect(await given.auditDisputes()).toHaveLength(2)
  await given.explain(other.id, await given.staff('finance'))
  expect(await given.auditDisputes()).toHaveLength(1)
  await given.withdraw(one.id)
  await plant('2026-03-10', '2026-03-11', one.id)
  expect(await given.auditDisputes()).toMatchObject([
    { subject: `dispute ${one.id}`, booksFen: 0, storedFen: yuan('1000.00') },
  ])
})
