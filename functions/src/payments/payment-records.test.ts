import { addDays, businessDateAt } from '@anjiao/shared/calendar'
import { beforeEach, describe, expect, it } from 'vitest'
import { yuan } from '../local/testing/given.ts'
import { givenCounter } from '../local/testing/given-counter.ts'
import { testWorld } from '../local/testing/world.ts'
import { paymentRecord, paymentRecords } from './payment-records.ts'

const { world, clock } = await testWorld()

beforeEach(() => clock.set('2026-11-23T10:00:00+08:00'))

async function aHomeAtTheCounter() {
  const given = await givenCounter(world)
  const { householdId } = await given.household()
  await given.open()
  const amount = (yuanText: string) => ({ choice: { kind: 'amount', amountFen: yuan(yuanText) } }) as const
  return {
    ...given,
    householdId,
    pays: (amountText: string, over: Parameters<typeof given.take>[2] = {}) =>
      given.take(householdId, amountText, { ...amount(amountText), ...over }),
    records: (before?: string) => given.inside((ctx) => paymentRecords(ctx, householdId, before)),
  }
}

describe('the payments of a home', () => {
  it('are listed by whatever way they came, newest first: how, when, for what, with which receipt', async () => {
    const given = await aHomeAtTheCounter()
    const chargeId = await given.charge(given.householdId, { owes: '300.00' })
    const cash = await given.pays('100.00', { payerName: '王小明' })
    clock.set('2026-11-23T11:00:00+08:00')
    await given.pays('250.00', { method: 'transfer', placeId: given.bank, voucherNumber: 'ICBC1' })
    clock.set('2026-11-23T12:00:00+08:00')
    await given.pays('10.00', { method: 'pos', placeId: given.pos, voucherNumber: 'POS1' })
    await given.number(cash.id)
    expect((await given.records()).payments).toMatchObject([
      { method: 'pos', amountFen: 1_000, toAdvanceFen: 1_000, allocated: [], number: 'POS1' },
      {
        method: 'transfer',
        amountFen: 25_000,
        toAdvanceFen: 5_000,
        allocated: [{ chargeId, feeItem: '物业服务费', amountFen: 20_000 }],
        receiptNumber: null,
      },
      {
        method: 'cash',
        state: 'paid',
        attemptId: null,
        paymentId: cash.id,
        amountFen: 10_000,
        paidBy: '王小明',
        receiptNumber: 1,
        reversed: false,
      },
    ])
  })

  it('say which of them was booked by mistake and taken back', async () => {
    const given = await aHomeAtTheCounter()
    const { id } = await given.pays('100.00')
    await given.reverse(id)
    expect((await given.records()).payments).toMatchObject([{ paymentId: id, reversed: true }])
  })

  it('stand by the day on which they were paid', async () => {
    const given = await aHomeAtTheCounter()
    const today = businessDateAt(clock.now())
    await given.pays('10.00')
    const transfer = { method: 'transfer', placeId: given.bank, voucherNumber: 'A1' } as const
    await given.pays('20.00', { ...transfer, paidOn: addDays(today, -3) })
    expect((await given.records()).payments.map(({ amountFen }) => amountFen)).toEqual([1_000, 2_000])
  })

  it('come in parts, each once and none left out, however many of them came at the same moment', async () => {
    const given = await aHomeAtTheCounter()
    for (let i = 1; i <= 45; i++) {
      if (i % 3 === 0) clock.set(new Date(clock.now().getTime() + 1_000).toISOString())
      await given.pays(`${i}.00`)
    }
    const seen: number[] = []
    let before: string | undefined
    for (let page = 0; page < 4; page++) {
      const { payments, more } = await given.records(before)
      seen.push(...payments.map(({ amountFen }) => amountFen))
      before = payments.at(-1)?.key
      expect(more).toBe(page < 2)
      if (!more) break
    }
    expect(seen).toHaveLength(45)
    expect(new Set(seen).size).toBe(45)
  }, 60_000)

  it('are their own: one of another home is not found', async () => {
    const given = await aHomeAtTheCounter()
    const other = await given.household()
    const { id } = await given.pays('100.00')
    expect(await given.inside((ctx) => paymentRecord(ctx, given.householdId, id))).toMatchObject({
      paymentId: id,
    })
    await expect(given.inside((ctx) => paymentRecord(ctx, other.householdId, id))).rejects.toMatchObject({
      code: 'not-found',
    })
  })
})
