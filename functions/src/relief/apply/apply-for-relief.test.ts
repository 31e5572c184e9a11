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
