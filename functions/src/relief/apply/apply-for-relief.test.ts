import type { ChargeId } from '@anjiao/shared/ids'
import { describe, expect, it } from 'vitest'
import { cancelCharge, householdBills, postLateFees } from '../../billing/index.ts'
import { yuan } from '../../local/testing/given.ts'
import { givenLoanPrimeRate } from '../../local/testing/given-prices.ts'
import { givenRelief } from '../../local/testing/given-relief.ts'
import { testWorld } from '../../local/testing/world.ts'
import { waitingRelief } from '../waiting-relief.ts'

const tested = await testWorld()
const { world, clock } = tested
await givenLoanPrimeRate(world, { '2019-08-20': 31_000 })
const at = (day: string) => clock.set(`${day}T10:00:00+08:00`)

describe('asking for relief', () => {
  it('posts what the delay has cost up to today, then holds the charges and the late fees on them', async () => {
    const given = await givenRelief(tested)
    const asked = await given.apply(await given.publish(), { chargeIds: [given.first] })
    expect(asked).toMatchObject({
      state: 'applied',
      replyBy: '2026-03-17',
      sendBy: null,
      appealUntil: null,
      grant: null,
      evidenceWay: 'desk',
      checked: '',
      reason: '',
      happenings: [{ event: 'apply', to: 'applied', by: '业主', note: '' }],
    })
    // Both charges are late by 38 days of 0.05 元; what was asked for is held.
    expect(asked.charges.map(({ origin, openFen, overdue }) => [origin, openFen, overdue])).toEqual([
      ['opening', yuan('1000.00'), false],
      ['late_fee', 38 * 5, false],
    ])
    const { overdueFen } = await given.inside((ctx) => householdBills(ctx, given.householdId))
    expect(overdueFen).toBe(yuan('1000.00'))
    expect(await given.held()).toMatchObject([
      { granted: false, from: '2026-03-10', to: null },
      { granted: false, from: '2026-03-10', to: null },
    ])
    expect(await given.audit()).toEqual([])
  })

  it('stops the late fee from that day on, also while something is missing', async () => {
    const given = await givenRelief(tested)
    const { id } = await given.apply(await given.publish())
    at('2026-03-15')
    await given.returnIt(id)
    at('2026-04-10')
    const { charges } = await given.inside((ctx) => postLateFees(ctx, [given.householdId], ctx.today))
    expect(charges).toBe(0)
  })

  it('waits in the queue of staff, who do not read there which hardship it is', async () => {
    const given = await givenRelief(tested)
    const { id } = await given.apply(await given.publish(), { chargeIds: [given.first] })
    const waiting = await given.inside(waitingRelief)
    expect(waiting).toEqual([
      {
        matter: 'relief',
        id,
        householdId: given.householdId,
        roomName: expect.stringContaining('1栋'),
        ownerMasked: '王**',
        what: '等待审核',
        amountFen: yuan('1000.00') + 38 * 5,
        askedAt: clock.now().toISOString(),
        replyBy: '2026-03-17',
      },
    ])
  })

  it.each([
    ['family', 'owner-only'],
    ['tenant', 'owner-only'],
  ] as const)('is not for %s', async (relation, code) => {
    const given = await givenRelief(tested)
    const standardId = await given.publish()
    const caller = await given.person({ householdId: given.householdId, relation })
    await expect(given.apply(standardId, { caller })).rejects.toMatchObject({ code })
    await expect(given.mine(caller)).rejects.toMatchObject({ code })
    await expect(given.options(caller)).rejects.toMatchObject({ code })
  })

  it('is for one’s own home and its own charges', async () => {
    const given = await givenRelief(tested)
    const neighbour = await given.aDebtor()
    const standardId = await given.publish()
    await expect(given.apply(standardId, { householdId: neighbour.householdId })).rejects.toMatchObject({
      code: 'not-found',
    })
    await expect(
      given.apply(standardId, { chargeIds: [given.first, ...neighbour.charges] }),
    ).rejects.toMatchObject({ code: 'not-found' })
    await expect(given.apply(standardId, { chargeIds: [999_999 as ChargeId] })).rejects.toMatchObject({
      code: 'not-found',
    })
    expect(await given.mine()).toEqual([])
    expect(await given.held()).toEqual([])
  })

  it('is for what is open: not for what is paid or cancelled', async () => {
    const given = await givenRelief(tested)
    const standardId = await given.publish()
    const paid = await given.charge(given.householdId, { owes: '100.00', due: '2026-12-31' })
    await given.settle(paid, '100.00')
    await expect(given.apply(standardId, { chargeIds: [paid] })).rejects.toMatchObject({
      code: 'charge-already-paid',
    })
    await given.inside((ctx) =>
      cancelCharge(
        { ...ctx, actor: { kind: 'staff', ...given.manager, roles: ['manager'] } },
        given.first,
        '重复',
      ),
    )
    await expect(given.apply(standardId, { chargeIds: [given.first] })).rejects.toMatchObject({
      code: 'charge-already-paid',
    })
  })

  it('is for the fee items of the standard', async () => {
    const given = await givenRelief(tested)
    const parking = await given.charge(given.householdId, { owes: '300.00', item: '车位费' })
    const standardId = await given.publish({ feeItems: ['车位费'] })
    await expect(given.apply(standardId)).rejects.toThrow('车位费')
    await given.apply(standardId, { chargeIds: [parking] })
  })

  it('under a standard that would give nothing is refused, so that nobody waits for it', async () => {
    const given = await givenRelief(tested)
    at('2026-01-20')
    await expect(
      given.apply(await given.publish({ measure: 'late_fee', waivesLateFee: true })),
    ).rejects.toMatchObject({ code: 'relief-gives-nothing' })
  })

  it('names a charge in one waiting application at a time; the others may be asked for', async () => {
    const given = await givenRelief(tested)
    const standardId = await given.publish()
    const [first, second] = given.charges as [ChargeId, ChargeId]
    const { id } = await given.apply(standardId, { chargeIds: [first] })
    await expect(given.apply(standardId)).rejects.toMatchObject({ code: 'charge-already-held' })
    const { charges } = await given.options()
    expect(charges.map(({ charge, why }) => [charge.id, why !== null])).toEqual([
      [first, true],
      [second, false],
    ])
    await given.apply(standardId, { chargeIds: [second] })
    await given.withdraw(id)
    await given.apply(standardId, { chargeIds: [first] })
    expect(await given.audit()).toEqual([])
  })

  it('is counted once of two at the same moment', async () => {
    const given = await givenRelief(tested)
    const standardId = await given.publish()
    const both = await Promise.allSettled([given.apply(standardId), given.apply(standardId)])
    expect(both.filter(({ status }) => status === 'rejected')).toMatchObject([
      { reason: { code: 'charge-already-held' } },
    ])
    expect(await given.mine()).toHaveLength(1)
  })

  it('takes the evidence that the standard takes, and asks for no photo that nobody needs', async () => {
    const given = await givenRelief(tested)
    const desk = await given.publish({ ways: ['desk'] })
    await expect(given.apply(desk, { evidenceWay: 'certificate' })).rejects.toMatchObject({
      code: 'relief-way-not-offered',
    })
    const upload = await given.publish({ ways: ['desk', 'upload'] })
    await expect(given.apply(upload, { evidenceWay: 'upload' })).rejects.toMatchObject({
      code: 'relief-photo-missing',
    })
  })
})

describe('what one may ask for', () => {
  it('is what is open: a late fee comes with its charge, and stands alone only where that is paid', async () => {
    const given = await givenRelief(tested)
    await given.inside((ctx) => postLateFees(ctx, [given.householdId], ctx.today))
    const [first, second] = given.charges
    const offered = async () => (await given.options()).charges.map(({ charge }) => charge)
    expect((await offered()).map(({ id }) => id)).toEqual([first, second])
    await given.settle(given.first, '1000.00')
    const [, late] = await offered()
    expect(late).toMatchObject({ origin: 'late_fee', openFen: 38 * 5 })
    const waiver = await given.publish({ measure: 'late_fee', waivesLateFee: true })
    await given.apply(waiver, { chargeIds: [late?.id as ChargeId] })
  })

  it('comes with the words that are to be agreed to before a photo is sent', async () => {
    const given = await givenRelief(tested)
    const { consent } = await given.options()
    expect(consent.required).toBe(false)
    for (const said of ['花园', '减免申请', '30 天删除', '收回同意', '不同意也可以申请']) {
      expect(consent.text).toContain(said)
    }
  })
})

describe('what is missing', () => {
  it('is said, sent, and looked at again within the same number of days', async () => {
    const given = await givenRelief(tested)
    const { id } = await given.apply(await given.publish())
    at('2026-03-12')
    await given.returnIt(id)
    expect(await given.read(id)).toMatchObject({
      state: 'returned',
      sendBy: '2026-03-27',
      replyBy: null,
      reason: '请补充低保证的有效期',
    })
    at('2026-03-20')
    expect(await given.sendMore(id)).toMatchObject({ state: 'applied', replyBy: '2026-03-27', sendBy: null })
    await given.returnIt(id)
    expect(await given.events()).toEqual([`relief-returned:${id}:1`, `relief-returned:${id}:2`])
  })

  it('and never sent lets the application lapse on the day after; the charges are due again, and may be asked for again', async () => {
    const given = await givenRelief(tested)
    const standardId = await given.publish()
    const { id } = await given.apply(standardId)
    await given.returnIt(id)
    at('2026-03-25')
    await given.hourly()
    expect((await given.read(id)).state).toBe('returned')
    at('2026-03-30')
    await given.hourly()
    await given.hourly()
    expect(await given.read(id)).toMatchObject({ state: 'lapsed', grant: null, sendBy: null })
    expect((await given.held()).every(({ to }) => to === '2026-03-26')).toBe(true)
    expect(await given.events()).toEqual([`relief-returned:${id}:1`, `relief-lapsed:${id}`])
    await given.apply(standardId)
    expect(await given.audit()).toEqual([])
  })
})

describe('withdrawing', () => {
  it('makes the charges due again from tomorrow on, and nothing is owed for the days it waited', async () => {
    const given = await givenRelief(tested)
    const { id } = await given.apply(await given.publish())
    at('2026-03-14')
    expect((await given.withdraw(id)).state).toBe('withdrawn')
    at('2026-03-16')
    const { amountFen } = await given.inside((ctx) => postLateFees(ctx, [given.householdId], ctx.today))
    expect(amountFen).toBe(2 * 2 * 5)
    expect(await given.audit()).toEqual([])
  })

  it('is for three times in 12 months; after that a home asks at the front desk, and its late fee runs again', async () => {
    const given = await givenRelief(tested)
    const standardId = await given.publish()
    for (const day of ['2026-03-10', '2026-04-10', '2026-05-10']) {
      at(day)
      const { id } = await given.apply(standardId)
      await given.withdraw(id)
    }
    for (const day of ['2026-05-11', '2027-03-09']) {
      at(day)
      await expect(given.apply(standardId)).rejects.toMatchObject({
        code: 'relief-withdrawn-too-often',
        message: expect.stringContaining('物业前台'),
        facts: { months: 12, times: 3 },
      })
    }
    expect((await given.inside((ctx) => postLateFees(ctx, [given.householdId], ctx.today))).charges).toBe(2)
    const neighbour = await given.aDebtor()
    await given.apply(standardId, {
      chargeIds: neighbour.charges,
      caller: neighbour.owner,
      householdId: neighbour.householdId,
    })
    at('2027-03-10')
    expect((await given.apply(standardId)).state).toBe('applied')
  })

  it('is for its owner alone, and not for what is decided', async () => {
    const given = await givenRelief(tested)
    const neighbour = await given.aDebtor()
    const { id } = await given.apply(await given.publish())
    await expect(given.withdraw(id, neighbour.owner, neighbour.householdId)).rejects.toMatchObject({
      code: 'not-found',
    })
    await given.grant(id)
    await expect(given.withdraw(id)).rejects.toMatchObject({ code: 'relief-moved-on' })
  })
})
