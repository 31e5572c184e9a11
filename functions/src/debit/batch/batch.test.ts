import { addDays } from '@anjiao/shared/calendar'
import { beforeEach, describe, expect, it } from 'vitest'
import { asOwner } from '../../identity/index.ts'
import { yuan } from '../../local/testing/given.ts'
import { givenDebits } from '../../local/testing/given-debits.ts'
import { givenPlans, inThree } from '../../local/testing/given-plans.ts'
import { untilSomebodyWaits } from '../../local/testing/until-somebody-waits.ts'
import { testWorld } from '../../local/testing/world.ts'
import { type Ctx, inCommunity } from '../../platform/context.ts'
import { setRule } from '../../reminders/rules/rule-settings.ts'
import { withdrawMandate } from '../mandate/withdraw-mandate.ts'
import { releaseBatch } from './release-batch.ts'

const { world, clock } = await testWorld()
const at = (instant: string) => clock.set(`${instant}:00+08:00`)
beforeEach(() => at('2026-11-23T10:00'))

const whys = ({ lines }: { lines: readonly { no: number; state: string; why: string | null }[] }) =>
  lines.map(({ state, why }) => why ?? state)

describe('whom a batch chooses', () => {
  it('homes with a mandate that owe something due by the day, as much as is due and no late fee', async () => {
    const it = await givenDebits(world)
    const one = await it.debtor({ owes: '100.00' })
    await it.charge(one.householdId, { owes: '50.00', due: '2026-11-25' })
    await it.charge(one.householdId, { owes: '70.00', due: '2026-11-26' })
    await it.charge(one.householdId, { owes: '9.00', due: '2026-10-31', item: '停车费' })
    await it.inside(
      ({ tx, community }) =>
        tx.run`insert into fee_item (community_id, name, kind) values (${community}, '历史违约金', 'past_late_fee')`,
    )
    await it.charge(one.householdId, { owes: '5.00', due: '2026-10-31', item: '历史违约金' })
    const without = await it.household()
    await it.charge(without.householdId, { owes: '100.00', due: '2026-10-31' })
    const { candidates, count, sumFen } = await it.preview({ debitOn: addDays(it.today(), 2) })
    expect({ count, sumFen }).toEqual({ count: 1, sumFen: 15_000 })
    expect(candidates).toMatchObject([{ householdId: one.householdId, lastDigits: '0128', why: null }])
  })

  it('leaves out, each with its reason: over the limit, paid, disputed, paying, sold', async () => {
    const it = await givenDebits(world)
    const over = await it.debtor({ owes: '100.01', wanted: it.aMandate({ limitFen: yuan('100.00') }) })
    const paid = await it.debtor()
    await it.settle(paid.chargeId, '100.00')
    const disputed = await it.debtor()
    const paying = await it.debtor()
    const sold = await it.debtor()
    await it.inside(async ({ tx, community, now }) => {
      await tx.run`
        insert into charge_hold (community_id, household_id, charge_id, matter, subject_id, granted, from_date)
        values (${community}, ${disputed.householdId}, ${disputed.chargeId}, 'dispute', 1, false, '2026-11-01')`
      await tx.run`
        insert into payment_attempt (community_id, out_trade_no, household_id, payer_id, mchid, appid, openid, amount_fen, description,
                                     intent_key, choice, created_at, expires_at, next_query_at)
        values (${community}, ${`out-${paying.householdId}`}, ${paying.householdId}, ${paying.owner.personId}, '1900000001', 'wx', 'o',
                1, 'x', 'k', '{"kind": "all-due"}', ${now}, ${now}::timestamptz + interval '30 minutes', ${now})`
      await tx.run`delete from membership where (community_id, person_id) = (${community}, ${sold.owner.personId})`
    })
    const { candidates } = await it.preview()
    expect(new Map(candidates.map(({ householdId, why }) => [householdId, why]))).toEqual(
      new Map([
        [over.householdId, 'over_limit'],
        [paid.householdId, 'nothing_due'],
        [disputed.householdId, 'held'],
        [paying.householdId, 'paying'],
        [sold.householdId, 'transferred'],
      ]),
    )
    await expect(it.make()).rejects.toMatchObject({ code: 'debit-chooses-nobody' })
  })

  it('of a home with a plan the instalment that has fallen due, and not the whole debt', async () => {
    const it = await givenDebits(world)
    const { householdId, phone } = await it.household()
    const owner = { ...(await it.person({ householdId, phone })), phone }
    const chargeId = await it.charge(householdId, { owes: '900.00', due: '2026-06-30' })
    const plans = givenPlans(it.world, it)
    const policyId = await plans.policy()
    const planId = await plans.apply(householdId, policyId, [chargeId], inThree)
    await plans.sign(owner, householdId, planId)
    await it.give(owner, householdId)
    expect((await it.preview()).candidates).toMatchObject([{ why: 'held' }])
    at('2026-12-03T10:00')
    expect((await it.preview({ debitOn: addDays(it.today(), 2) })).candidates).toMatchObject([
      { why: null, amountFen: 30_000 },
    ])
  })
})

describe('making a batch', () => {
  it('is refused when the bank would debit outside 7 to 22, or sooner than in 24 hours', async () => {
    const it = await givenDebits(world)
    await it.debtor()
    const made = (over: object) => it.make({ seenCount: 1, ...over })
    for (const hours of [
      { fromHour: 6, toHour: 12 },
      { fromHour: 9, toHour: 23 },
      { fromHour: 12, toHour: 12 },
    ])
      await expect(made(hours)).rejects.toMatchObject({ code: 'debit-window' })
    const tomorrow = addDays(it.today(), 1)
    await expect(made({ debitOn: tomorrow, fromHour: 10 })).rejects.toMatchObject({ code: 'debit-too-soon' })
    await it.make({ debitOn: tomorrow, fromHour: 11 })
  })

  it('is refused when the list is another than was seen, or nobody would be told', async () => {
    const it = await givenDebits(world)
    const { householdId } = await it.debtor()
    const seen = await it.preview()
    await it.charge(householdId, { owes: '1.00', due: '2026-10-31', from: '2026-10-01', to: '2026-10-31' })
    await expect(it.make({ seenCount: seen.count, seenFen: seen.sumFen })).rejects.toMatchObject({
      code: 'debit-list-changed',
    })
    await it.inside((ctx) => setRule(ctx, { rule: 'debit_coming', on: false }))
    await expect(it.make()).rejects.toMatchObject({ code: 'debit-notices-off' })
  })

  it('tells the owner amount, day, last digits and how to stop it; nobody else of the home', async () => {
    const it = await givenDebits(world)
    const { householdId, owner } = await it.debtor()
    await it.make()
    await it.tells()
    expect(it.messages).toMatchObject([{ openid: owner.openid }])
    const told = await it.inside(
      ({ tx, community }) =>
        tx.one`select words, owner_only from notice where (community_id, household_id) = (${community}, ${householdId})`,
    )
    expect(told).toMatchObject({
      ownerOnly: true,
      words: {
        goal: 'debit',
        text: expect.stringContaining('停止代扣'),
        facts: [
          { label: '扣款金额', value: '100.00 元' },
          { label: '扣款日期', value: '2026年11月25日 9:00–17:00' },
          { label: '扣款账户', value: '尾号 0128' },
        ],
      },
    })
  })

  it('takes a home once: what waits in one batch is in no other, also when two are made at once', async () => {
    const it = await givenDebits(world)
    await it.debtor()
    const both = await Promise.allSettled([it.make(), it.make()])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await it.preview()).candidates).toMatchObject([{ why: 'in_batch' }])
  })
})

describe('releasing a batch', () => {
  it('takes a second person', async () => {
    const it = await givenDebits(world)
    await it.debtor()
    const { id } = await it.make()
    await it.tells()
    expect((await it.view(id)).isOwn).toBe(true)
    await expect(it.release(id, it.finance)).rejects.toMatchObject({ code: 'debit-own-batch' })
    const clerk = await it.staff('front_desk')
    await expect(it.release(id, clerk)).rejects.toMatchObject({ code: 'not-allowed' })
    expect(await it.release(id)).toMatchObject({ state: 'released', isOwn: false })
  })

  it('asks again at the last second: who paid, withdrew, owes another sum or was not told is left out, with the reason', async () => {
    const it = await givenDebits(world)
    const homes = []
    for (const told of [1, 1, 1, 1, 0]) homes.push(await it.debtor({ told }))
    const [stays, paid, withdrew, more] = homes
    if (!stays || !paid || !withdrew || !more) throw new Error('five homes')
    const { id } = await it.make()
    await it.tells()
    await expect(it.release(id)).rejects.toMatchObject({ code: 'debit-not-told-yet' })
    await it.settle(paid.chargeId, '100.00')
    await it.withdraw(withdrew.owner, withdrew.householdId)
    await it.charge(more.householdId, {
      owes: '1.00',
      due: '2026-10-31',
      from: '2026-10-01',
      to: '2026-10-31',
    })
    at('2026-11-24T09:30')
    const batch = await it.release(id)
    expect(batch).toMatchObject({ count: 1, sumFen: 10_000, leftOut: 4 })
    expect(whys(batch)).toEqual(['chosen', 'nothing_due', 'withdrawn', 'changed', 'not_told'])
  })

  it('does not count who was told less than 24 hours before', async () => {
    const it = await givenDebits(world)
    await it.debtor()
    await it.debtor({ told: 0 })
    const { id } = await it.make()
    await it.tells()
    at('2026-11-24T08:59')
    await expect(it.release(id)).rejects.toMatchObject({ code: 'debit-not-told-yet' })
    const [, late] = (await it.view(id)).lines
    at('2026-11-24T09:01')
    await it.inside(
      ({ tx, community, now }) => tx.run`
        update notice set opened_at = ${now}, told_at = coalesce(told_at, ${now}), words = coalesce(words, '{}')
         where (community_id, household_id) = (${community}, ${late?.householdId})`,
    )
    expect(whys(await it.release(id))).toEqual(['chosen', 'not_told'])
  })

  it('is too late when the window has closed, as is handing out the file', async () => {
    const it = await givenDebits(world)
    await it.debtor()
    await it.debtor()
    const { id } = await it.make()
    await it.tells()
    at('2026-11-25T17:00')
    await expect(it.release(id)).rejects.toMatchObject({ code: 'debit-window-over' })
    at('2026-11-25T16:59')
    await it.release(id)
    at('2026-11-25T17:00')
    await expect(it.file(id)).rejects.toMatchObject({ code: 'debit-window-over' })
    expect(await it.cancel(id)).toMatchObject({ state: 'cancelled', count: 0 })
  })

  it.each(['withdrawal first', 'release first'] as const)(
    'racing a withdrawal (%s) nobody who withdrew before the file left is debited',
    async (order) => {
      const it = await givenDebits(world)
      const leaves = await it.debtor()
      await it.debtor()
      const { id } = await it.make()
      await it.tells()
      const { communityId, manager } = it
      const household = { communityId, householdId: leaves.householdId }
      const staff = { kind: 'staff', personId: manager.personId, roles: ['manager'] } as const
      /** What the second does begins while the first has not committed, and waits for it. */
      let second: Promise<void> | undefined
      const overtake = async (ctx: Ctx, other?: () => Promise<void>) => {
        second = other?.()
        if (second) await untilSomebodyWaits(ctx)
      }
      const releasing = (other?: () => Promise<void>): Promise<void> =>
        inCommunity(it.world, communityId, staff, async (ctx) => {
          await releaseBatch(ctx, id, manager.personId)
          await overtake(ctx, other)
        })
      const withdrawing = (other?: () => Promise<void>): Promise<void> =>
        asOwner(it.world, leaves.owner, household, async (ctx, home) => {
          await withdrawMandate(ctx, home, leaves.owner.personId)
          await overtake(ctx, other)
        })
      await (order === 'withdrawal first' ? withdrawing(releasing) : releasing(withdrawing))
      await second
      expect(whys(await it.view(id))).toEqual(['withdrawn', 'chosen'])
      expect(await it.file(id)).toHaveLength(2)
      expect(whys(await it.view(id))).toEqual(['withdrawn', 'sent'])
    },
  )
})

describe('the file', () => {
  it('is what the layout says, the same each time, and each look at it is written down', async () => {
    const it = await givenDebits(world)
    await it.debtor({ owes: '100.00' })
    await it.debtor({ owes: '23.45' })
    const { id, number } = await it.make()
    await it.tells()
    await expect(it.file(id)).rejects.toMatchObject({ code: 'debit-moved-on' })
    await it.release(id)
    const lines = await it.file(id)
    expect(lines).toEqual([
      `${number}|20261125|2|123.45`,
      '1|6222021234567890128|王小明|100.00',
      '2|6222021234567890128|王小明|23.45',
    ])
    expect(await it.file(id)).toEqual(lines)
    const looks = await it.inside(
      ({ tx, community }) =>
        tx.rows`select from audit_log where (community_id, action) = (${community}, 'debit-file-opened')`,
    )
    expect(looks).toHaveLength(2)
  })

  it('asks again when it is handed out first: who paid or withdrew after the release is not in it; afterwards it stays', async () => {
    const it = await givenDebits(world)
    const homes = []
    for (let at = 0; at < 3; at++) homes.push(await it.debtor())
    const [paid, withdrew, last] = homes
    if (!paid || !withdrew || !last) throw new Error('three homes')
    const { id } = await it.make()
    await it.tells()
    await it.release(id)
    await it.settle(paid.chargeId, '100.00')
    await it.withdraw(withdrew.owner, withdrew.householdId)
    expect(await it.file(id)).toHaveLength(2)
    await it.withdraw(last.owner, last.householdId)
    expect(await it.file(id)).toHaveLength(2)
    expect(whys(await it.view(id))).toEqual(['nothing_due', 'withdrawn', 'sent'])
    await expect(it.cancel(id)).rejects.toMatchObject({ code: 'debit-moved-on' })
  })

  it('of a home whose name does not fit is not handed out, and nothing counts as sent', async () => {
    const it = await givenDebits(world)
    await it.debtor({ wanted: it.aMandate({ accountHolder: '王|明' }) })
    const { id } = await it.make()
    await it.tells()
    await it.release(id)
    await expect(it.file(id)).rejects.toMatchObject({
      code: 'debit-field-unwritable',
      facts: { field: '户名', line: 2 },
    })
    expect((await it.view(id)).state).toBe('released')
  })
})
