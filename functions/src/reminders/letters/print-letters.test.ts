import { describe, expect, it } from 'vitest'
import { postLateFees } from '../../billing/index.ts'
import { givenLetters } from '../../local/testing/given-letters.ts'
import { givenLoanPrimeRate, givenPrices } from '../../local/testing/given-prices.ts'
import { testWorld } from '../../local/testing/world.ts'
import { noticesOf } from '../inbox/notices-of.ts'
import { nextLetters } from './letter-source.ts'
import { printLetters } from './print-letters.ts'

const { world, clock } = await testWorld()
await givenLoanPrimeRate(world, { '2019-08-20': 31_000 })
const at = (instant: string) => clock.set(`${instant}+08:00`)

/** A campaign by letter, with a wording. */
async function aCampaign() {
  at('2026-11-23T10:00:00')
  const given = await givenLetters(world)
  await given.wording()
  return { ...given, campaignId: await given.campaign({ channels: ['letter'] }) }
}

describe('letters that wait', () => {
  it('are counted by campaign and building, and say until when they may be printed', async () => {
    const it = await aCampaign()
    for (const building of ['10栋', '2栋', '2栋']) await it.addressed(it.campaignId, { building })
    expect(await it.waiting()).toEqual([
      {
        campaignId: it.campaignId,
        rule: null,
        from: '年底提醒',
        kind: 'reminder',
        building: '2栋',
        letters: 2,
        printBy: '2026-11-30T02:00:00.000Z',
        paused: false,
        worded: true,
      },
      expect.objectContaining({ building: '10栋', letters: 1 }),
    ])
  })

  it('are not sent by what sends messages', async () => {
    const it = await aCampaign()
    const { noticeId } = await it.addressed(it.campaignId)
    expect(await it.sends()).toBe(0)
    expect(await it.deliveries(noticeId)).toMatchObject([{ state: 'waiting' }])
  })

  it('are printed by the front desk or a manager, and by nobody else', async () => {
    const it = await aCampaign()
    await it.addressed(it.campaignId)
    for (const role of ['finance', 'collector'] as const) {
      const other = await it.staff(role)
      await expect(it.print(it, other)).rejects.toMatchObject({ code: 'not-allowed' })
    }
    const elsewhere = await (await givenLetters(world)).staff('manager')
    await expect(it.print(it, elsewhere)).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(it.waiting(elsewhere)).rejects.toMatchObject({ code: 'not-allowed' })
    expect(await it.print(it, await it.staff('manager'))).toMatchObject({ letters: 1 })
  })
})

describe('printing', () => {
  it('takes letters in the order of a walk through the house, and those of one building alone when asked', async () => {
    const it = await aCampaign()
    for (const [building, unit, roomNo] of [
      ['10栋', '1单元', '101'],
      ['2栋', '2单元', '201'],
      ['2栋', '1单元', '1001'],
      ['2栋', '1单元', '901'],
    ] as const)
      await it.addressed(it.campaignId, { building, unit, roomNo })
    const [first] = (await it.waiting()).filter(({ building }) => building === '10栋')
    expect(first?.letters).toBe(1)
    const two = await it.print({ campaignId: it.campaignId, building: '2栋' })
    const rooms = (await it.look(two.id)).letters.map(({ no, roomName }) => `${no} ${roomName}`)
    expect(rooms).toEqual(['1 2栋 1单元 901', '2 2栋 1单元 1001', '3 2栋 2单元 201'])
    expect(await it.waiting()).toMatchObject([{ building: '10栋', letters: 1 }])
  })

  it('fixes words and sums as the books have them now; a payment after it changes no paper, and is shown', async () => {
    const it = await aCampaign()
    const home = await it.addressed(it.campaignId, { owes: ['100.00', '250.00'] })
    const [first, second] = home.chargeIds
    if (!first || !second) throw new Error('the home owes nothing')
    await it.settle(first, '30.00')
    const { id } = await it.print(it)
    const [before] = await it.sent(id)
    expect(before).toMatchObject({
      charges: [
        { id: first, openFen: 7_000 },
        { id: second, openFen: 25_000 },
      ],
      totalFen: 32_000,
    })
    expect((await it.look(id)).letters).toMatchObject([{ totalFen: 32_000, settledSince: false, fate: null }])
    await it.settle(first, '70.00')
    await it.settle(second, '250.00')
    expect(await it.sent(id)).toEqual([before])
    expect((await it.look(id)).letters).toMatchObject([{ settledSince: true }])
  })

  it('writes down before anything is printed what is sent and that the gate let it through; the notice is told', async () => {
    const it = await aCampaign()
    const { householdId, noticeId } = await it.addressed(it.campaignId)
    await it.print(it)
    const [delivery] = await it.inside(
      ({ tx }) => tx.rows`
        select state, why, gated_at is not null as gated, wording_id is not null as worded, sent ->> 'channel' as channel, sent_at
          from delivery where (community_id, notice_id) = (${it.community}, ${noticeId})`,
    )
    expect(delivery).toEqual({
      state: 'sending',
      why: null,
      gated: true,
      worded: true,
      channel: 'letter',
      sentAt: null,
    })
    const inbox = await it.inside((ctx) => noticesOf(ctx, householdId))
    expect(inbox.notices).toMatchObject([{ words: { title: '账单待查看' } }])
  })

  it('leaves out whom the gate keeps back, and says why', async () => {
    const it = await aCampaign()
    const paid = await it.addressed(it.campaignId, { roomNo: '301' })
    const asked = await it.addressed(it.campaignId, { roomNo: '302' })
    const gets = await it.addressed(it.campaignId, { roomNo: '303' })
    for (const chargeId of paid.chargeIds) await it.settle(chargeId, '100.00')
    await it.inside(
      ({ tx, now }) => tx.run`
        insert into contact_wish (community_id, household_id, stop, changed_at, changed_by)
        values (${it.community}, ${asked.householdId}, 'asked', ${now}, 'system:test')`,
    )
    const { id, letters, keptBack } = await it.print(it)
    expect({ letters, keptBack }).toEqual({ letters: 1, keptBack: 2 })
    const { letters: printed, keptBack: homes } = await it.look(id)
    expect(printed.map(({ householdId }) => householdId)).toEqual([gets.householdId])
    expect(homes).toMatchObject([
      { householdId: paid.householdId, why: 'nothing_open' },
      { householdId: asked.householdId, why: 'do_not_contact' },
    ])
    expect(await it.deliveries(paid.noticeId)).toMatchObject([{ state: 'left_out', why: 'nothing_open' }])
    expect(await it.waiting()).toEqual([])
  })

  it('is done at any hour: paper rings nobody up', async () => {
    const it = await aCampaign()
    await it.addressed(it.campaignId)
    at('2026-11-23T21:30:00')
    expect(await it.print(it)).toMatchObject({ letters: 1, keptBack: 0 })
  })

  it('prints a letter once: pressed again there is nothing left, and two who press at once print different letters', async () => {
    const it = await aCampaign()
    for (let home = 0; home < 6; home++) await it.addressed(it.campaignId)
    const by = it.desk.personId
    const wanted = { campaignId: it.campaignId, rule: null, building: null }
    const ids = await Promise.all(
      [0, 1, 2].map(() => it.inside((ctx) => printLetters(ctx, wanted, by, 2)).catch(() => null)),
    )
    const printed = (await Promise.all(ids.filter((id) => id !== null).map((id) => it.look(id)))).flatMap(
      ({ letters }) => letters.map(({ deliveryId }) => deliveryId),
    )
    expect(new Set(printed).size).toBe(printed.length)
    while ((await it.waiting()).length > 0) await it.print(it)
    await expect(it.print(it)).rejects.toMatchObject({ code: 'no-letters-waiting' })
    const all = (await it.batches()).reduce((sum, { letters }) => sum + letters, 0)
    expect(all).toBe(6)
  })

  it('waits until somebody has written what such letters say, and loses none meanwhile', async () => {
    const it = await givenLetters(world)
    const campaignId = await it.campaign({ channels: ['letter'] })
    await it.addressed(campaignId)
    expect(await it.waiting()).toMatchObject([{ worded: false }])
    await expect(it.print({ campaignId })).rejects.toMatchObject({ code: 'letter-wording-missing' })
    await it.wording()
    expect(await it.print({ campaignId })).toMatchObject({ letters: 1 })
  })

  it('lets the next channel have its turn where the words do not fit', async () => {
    at('2026-11-23T10:00:00')
    const it = await givenLetters(world)
    await it.wording('您好，{9}。')
    const campaignId = await it.campaign({ channels: ['letter', 'subscription'] })
    const { noticeId } = await it.addressed(campaignId)
    expect(await it.print({ campaignId })).toMatchObject({ letters: 0, keptBack: 1, hasPdf: false })
    expect(await it.deliveries(noticeId)).toMatchObject([
      { channel: 'letter', state: 'unreachable', why: 'does_not_fit' },
      { channel: 'subscription', state: 'waiting' },
    ])
  })

  it('keeps those of a campaign that stands still, and prints them when it goes on', async () => {
    const it = await aCampaign()
    await it.addressed(it.campaignId)
    await it.inside(({ tx }) => tx.run`update campaign set state = 'paused' where id = ${it.campaignId}`)
    expect(await it.waiting()).toMatchObject([{ paused: true }])
    const held = await it.print(it)
    expect((await it.look(held.id)).keptBack).toMatchObject([{ why: 'paused' }])
    await it.inside(({ tx }) => tx.run`update campaign set state = 'running' where id = ${it.campaignId}`)
    clock.advance({ minutes: 10 })
    expect(await it.print(it)).toMatchObject({ letters: 1 })
  })

  it('never takes a letter of another campaign, or of a rule, along', async () => {
    const it = await aCampaign()
    const other = await it.campaign({ channels: ['letter'] })
    await it.addressed(it.campaignId)
    const elsewhere = await it.addressed(other)
    const found = await it.inside((ctx) => nextLetters(ctx, { campaignId: other, rule: null }, null, 10))
    expect(found).toHaveLength(1)
    await it.print(it)
    expect(await it.deliveries(elsewhere.noticeId)).toMatchObject([{ state: 'waiting' }])
    await expect(it.print({ campaignId: null, rule: null })).rejects.toMatchObject({ code: 'bad-input' })
    await expect(it.print({ campaignId: other, rule: 'due_today' })).rejects.toMatchObject({
      code: 'bad-input',
    })
    await expect(it.print({ rule: 'due_today' })).rejects.toMatchObject({ code: 'no-letters-waiting' })
  })
})

describe('a late fee', () => {
  /** A home that owes 1,000.00 yuan, and the letter to it; with a clause, after a late fee was posted. */
  async function theLetter({ clause, asked }: { clause: boolean; asked: boolean }) {
    const it = await aCampaign()
    if (clause) await givenPrices(it).contract({ lateFee: { dailyPpm: 50 } })
    at('2026-10-01T10:00:00')
    const { householdId } = await it.household()
    const chargeId = await it.charge(householdId, { owes: '1000.00', due: '2026-10-31' })
    at('2026-11-20T10:00:00')
    await it.inside((ctx) => postLateFees(ctx, [householdId], ctx.today))
    await it.remind(it.campaignId, { householdId, chargeIds: [chargeId] })
    if (asked)
      await it.inside(
        ({ tx }) => tx.run`
          update notice set charge_ids = charge_ids || (select array_agg(id) from charge where principal_id = any(charge_ids))
           where community_id = ${it.community}`,
      )
    at('2026-11-23T10:00:00')
    const [sent] = await it.sent((await it.print(it)).id)
    expect(sent?.charges[0]?.id).toBe(chargeId)
    return { totalFen: sent?.totalFen, text: JSON.stringify(sent?.letter) }
  }

  it('is not spoken of where the contract agrees on none', async () => {
    const { totalFen, text } = await theLetter({ clause: false, asked: false })
    expect(totalFen).toBe(100_000)
    expect(text.match(/违约金/g)).toEqual(['违约金'])
    expect(text).toContain('那一笔不再提醒，也不计违约金')
  })

  it('that stands in the books and is not asked for is named beside the sum, with its clause', async () => {
    const { totalFen, text } = await theLetter({ clause: true, asked: false })
    expect(totalFen).toBe(100_000)
    expect(text).toContain(
      '另有已经记账的违约金 1.00 元，没有算在上面的合计里。依据是合同第六条。怎么算的，小程序里有明细；觉得过高的，可以请求调减。',
    )
  })

  it('that is asked for stands as a line of its own, and in the sum', async () => {
    const { totalFen, text } = await theLetter({ clause: true, asked: true })
    expect(totalFen).toBe(100_100)
    expect(text).toContain('"违约金","2026年11月1日–2026年11月20日","2026年11月20日","1.00"')
    expect(text).toContain('合计里有违约金 1.00 元。依据是合同第六条。')
    expect(text).not.toContain('另有已经记账')
  })
})
