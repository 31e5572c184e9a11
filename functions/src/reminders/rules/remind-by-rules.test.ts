import { addDays, type BusinessDate, businessDate } from '@anjiao/shared/calendar'
import type { ReminderRule } from '@anjiao/shared/reminder-rules'
import { beforeEach, describe, expect, it } from 'vitest'
import { givenReminders } from '../../local/testing/given-reminders.ts'
import { testWorld } from '../../local/testing/world.ts'
import { recordEvent } from '../../platform/domain-events.ts'
import { remindByRules } from './remind-by-rules.ts'
import { setRule } from './rule-settings.ts'
import { tellOfReceipt } from './tell-of-receipt.ts'

const { world, clock } = await testWorld()
const at = (day: string, time = '08:30:00') => clock.set(`${day}T${time}+08:00`)
beforeEach(() => at('2026-11-01'))
const run = () => remindByRules(world, new Date(clock.now().getTime() + 60_000))

async function aCommunity() {
  const given = await givenReminders(world)
  const on = (rule: ReminderRule, isOn = true) =>
    given.inside((ctx) => setRule(ctx, { rule, on: isOn, channels: ['subscription'], hour: 10 }))
  const queued = () =>
    given.inside(
      ({ tx, community }) => tx.rows<{
        key: string
        householdId: number
        sendAfter: Date
        charges: number | null
      }>`
        select n.key, n.household_id, d.send_after, cardinality(n.charge_ids) as charges
          from notice n join delivery d on (d.community_id, d.notice_id) = (n.community_id, n.id)
         where n.community_id = ${community} order by n.id`,
    )
  const keys = async () => (await queued()).map(({ key }) => key)
  return { ...given, on, queued, keys }
}

/** Each day from one to another, the job once on each. */
async function daysFrom(first: string, last: string): Promise<void> {
  for (let day: BusinessDate = businessDate(first); day <= last; day = addDays(day, 1)) {
    at(day)
    await run()
  }
}

describe('by the calendar', () => {
  it('a home is reminded seven days before, on the day, and seven days after: once each, of all its charges of that day', async () => {
    const it = await aCommunity()
    for (const rule of ['due_in_7', 'due_today', 'overdue_7'] as const) await it.on(rule)
    const { householdId } = await it.debtor({ due: '2026-11-30' })
    await it.charge(householdId, { owes: '20.00', item: '停车费', due: '2026-11-30' })
    await daysFrom('2026-11-20', '2026-12-10')
    expect(await it.queued()).toEqual([
      {
        key: 'due_in_7:2026-11-30',
        householdId,
        charges: 2,
        sendAfter: new Date('2026-11-23T10:00:00+08:00'),
      },
      {
        key: 'due_today:2026-11-30',
        householdId,
        charges: 2,
        sendAfter: new Date('2026-11-30T10:00:00+08:00'),
      },
      {
        key: 'overdue_7:2026-11-30',
        householdId,
        charges: 2,
        sendAfter: new Date('2026-12-07T10:00:00+08:00'),
      },
    ])
  })

  it('on the day in Shanghai, though it is still yesterday in Greenwich, and not in the next month’s stead', async () => {
    const it = await aCommunity()
    await it.on('due_in_7')
    await it.debtor({ due: '2026-12-31' })
    at('2026-11-24')
    await run()
    at('2026-12-23', '23:59:59')
    await run()
    expect(await it.keys()).toEqual([])
    at('2026-12-24', '00:00:00')
    await run()
    expect(await it.keys()).toEqual(['due_in_7:2026-12-31'])
  })

  it.each([
    ['2026-12-31', '2026-12-24', '2027-01-07'],
    ['2027-01-31', '2027-01-24', '2027-02-07'],
    ['2027-02-28', '2027-02-21', '2027-03-07'],
    ['2028-02-29', '2028-02-22', '2028-03-07'],
    ['2028-03-01', '2028-02-23', '2028-03-08'],
  ])(
    'what is due on %s is spoken of on %s and on %s, and on no day near them',
    async (due, before, after) => {
      at('2026-11-01')
      const it = await aCommunity()
      await it.on('due_in_7')
      await it.on('overdue_7')
      await it.debtor({ due })
      for (const day of [before, due, after]) {
        const around = businessDate(day)
        await daysFrom(addDays(around, -1), addDays(around, 1))
      }
      expect((await it.queued()).map(({ sendAfter }) => sendAfter)).toEqual([
        new Date(`${before}T10:00:00+08:00`),
        new Date(`${after}T10:00:00+08:00`),
      ])
    },
  )

  it('run twice or by two at once, nothing is queued twice', async () => {
    const it = await aCommunity()
    await it.on('due_today')
    await it.debtor({ due: '2026-11-10' })
    at('2026-11-10')
    await Promise.all([run(), run()])
    await run()
    expect(await it.keys()).toEqual(['due_today:2026-11-10'])
  })

  it('missed for two days it catches up; later, or where only that day is meant, it is left', async () => {
    const it = await aCommunity()
    await it.on('overdue_7')
    await it.on('due_today')
    await it.debtor({ due: '2026-11-02' })
    await it.debtor({ due: '2026-11-05' })
    at('2026-11-03')
    await run()
    at('2026-11-12')
    await run()
    expect(await it.keys()).toEqual(['overdue_7:2026-11-05'])
  })

  it('says nothing of days before it was switched on', async () => {
    const it = await aCommunity()
    await it.debtor({ due: '2026-11-02' })
    at('2026-11-10')
    await it.on('overdue_7')
    await run()
    expect(await it.keys()).toEqual([])
  })

  it('a bill of a later month is told anew: what was said of one is no bar to the next', async () => {
    const it = await aCommunity()
    await it.on('due_today')
    const { householdId } = await it.debtor({ due: '2026-11-10' })
    await it.charge(householdId, { owes: '10.00', due: '2026-12-10' })
    await daysFrom('2026-11-09', '2026-12-11')
    expect(await it.keys()).toEqual(['due_today:2026-11-10', 'due_today:2026-12-10'])
  })

  it('a rule that is off brings nothing', async () => {
    const it = await aCommunity()
    await it.debtor({ due: '2026-11-10' })
    at('2026-11-10')
    await run()
    expect(await it.keys()).toEqual([])
  })
})

describe('by what happened', () => {
  it('what an owner asked for is answered to the owner alone, without anybody switching it on', async () => {
    const it = await aCommunity()
    const { householdId } = await it.household()
    await it.inside((ctx) =>
      recordEvent(ctx, {
        kind: 'relief-decided',
        key: 'relief-decided:1:granted',
        householdId,
        payload: { applicationId: 1, state: 'granted' },
      }),
    )
    await run()
    await run()
    const told = await it.inside(
      ({ tx, community }) =>
        tx.rows`select key, kind, owner_only from notice where community_id = ${community}`,
    )
    expect(told).toEqual([{ key: 'event:relief-decided:1:granted', kind: 'answer', ownerOnly: true }])
  })

  it('what is for staff, nobody at home is told', async () => {
    const it = await aCommunity()
    const { householdId } = await it.household()
    await it.inside((ctx) =>
      recordEvent(ctx, { kind: 'request-overdue', key: 'request-overdue:1', householdId, payload: {} }),
    )
    await run()
    expect(await it.keys()).toEqual([])
  })

  it('that an instalment comes up is said until its day, at the hour of the rule', async () => {
    const it = await aCommunity()
    const { householdId } = await it.household()
    const payload = { planId: 1, no: 2, dueDate: '2026-11-04' }
    await it.inside((ctx) =>
      recordEvent(ctx, { kind: 'instalment-coming', key: 'instalment-coming:1:2', householdId, payload }),
    )
    await run()
    const [told] = await it.inside(
      ({ tx, community }) => tx.rows`
        select n.rule, n.subject, n.not_after, d.send_after
          from notice n join delivery d on (d.community_id, d.notice_id) = (n.community_id, n.id)
         where n.community_id = ${community}`,
    )
    expect(told).toEqual({
      rule: 'instalment_in_3',
      subject: { about: 'instalment', ...payload },
      notAfter: new Date('2026-11-05T00:00:00+08:00'),
      sendAfter: new Date('2026-11-01T10:00:00+08:00'),
    })
  })

  it('a receipt is told once, at once', async () => {
    const it = await aCommunity()
    const { householdId, chargeId } = await it.debtor()
    await it.settle(chargeId, '100.00')
    const { id } = await it.inside(
      ({ tx, community, now }) => tx.one<{ id: Parameters<typeof tellOfReceipt>[1] }>`
        insert into payment (community_id, household_id, method, external_id, amount_fen, paid_at, entry_id)
        values (${community}, ${householdId}, 'wechat', '420000001', 10000, ${now},
                (select max(id) from entry where community_id = ${community}))
        returning id`,
    )
    await it.inside((ctx) => tellOfReceipt(ctx, id))
    await it.inside((ctx) => tellOfReceipt(ctx, id))
    expect((await it.queued()).map(({ key, sendAfter }) => [key, sendAfter])).toEqual([
      [`receipt:${id}`, clock.now()],
    ])
  })
})

it('what nobody sent in its time, a letter that nobody printed say, ends as too late once it is', async () => {
  at('2026-11-10')
  const it = await aCommunity()
  await it.inside((ctx) => setRule(ctx, { rule: 'due_today', on: true, channels: ['letter'] }))
  await it.debtor({ due: '2026-11-10' })
  await run()
  const states = () =>
    it.inside(
      ({ tx, community }) => tx.rows`select state, why from delivery where community_id = ${community}`,
    )
  at('2026-11-10', '23:59:59')
  await run()
  expect(await states()).toEqual([{ state: 'waiting', why: null }])
  at('2026-11-11', '00:00:01')
  await run()
  expect(await states()).toEqual([{ state: 'left_out', why: 'too_late' }])
})
