import { businessDate } from '@anjiao/shared/calendar'
import type { ReturnedSuspense } from '@anjiao/shared/contract/suspense'
import { beforeEach, describe, expect, it } from 'vitest'
import { testWorld } from '../local/testing/world.ts'
import { givenSuspense } from './testing/given-suspense.ts'

const { world, clock } = await testWorld()
const today = businessDate('2026-11-23')

beforeEach(() => clock.set('2026-11-23T10:00:00+08:00'))

const atWechat: ReturnedSuspense = { way: 'wechat', reason: '不是本小区的款' }

describe('money whose payer is nobody here', () => {
  it('goes back by a transfer: it leaves suspense and the account, with reason and number', async () => {
    const given = await givenSuspense(world)
    const itemId = await given.arrives('66.60')
    const how: ReturnedSuspense = {
      way: 'transfer',
      placeId: given.bank,
      reference: 'OUT7788',
      paidOn: today,
      reason: '汇错单位，对方来函要求退回',
    }
    expect(await given.giveBack(itemId, how)).toMatchObject({
      outcome: 'returned',
      roomName: null,
      reference: 'OUT7788',
      reason: '汇错单位，对方来函要求退回',
    })
    expect(await given.books.balances()).toEqual({})
    expect(await given.open()).toEqual([])
    await expect(given.takeBack(itemId, given.manager)).rejects.toMatchObject({ code: 'suspense-not-placed' })
    expect(await given.audited()).toEqual([])
  })

  it('leaves only an account of ours, on a day that has been', async () => {
    const given = await givenSuspense(world)
    const itemId = await given.arrives('66.60')
    const how = { way: 'transfer', reference: 'OUT1', reason: '退回' } as const
    await expect(
      given.giveBack(itemId, { ...how, placeId: given.till, paidOn: today }),
    ).rejects.toMatchObject({ code: 'place-not-usable' })
    await expect(
      given.giveBack(itemId, { ...how, placeId: given.bank, paidOn: businessDate('2026-11-24') }),
    ).rejects.toMatchObject({ code: 'paid-on-too-far' })
    expect(await given.open()).toHaveLength(1)
  })

  it('at WeChat is over when its refund in the merchant platform has come in, and not before', async () => {
    const given = await givenSuspense(world)
    const itemId = await given.arrivesByWechat('50.00', '42000000000000000000000601')
    await expect(given.giveBack(itemId, atWechat)).rejects.toMatchObject({ code: 'suspense-not-refunded' })
    await given.refundedAtWechat('20.00', '42000000000000000000000601')
    expect(await given.open()).toMatchObject([{ wentBackFen: 2_000 }])
    await expect(given.giveBack(itemId, atWechat)).rejects.toMatchObject({ code: 'suspense-not-refunded' })
    const byBank = {
      way: 'transfer',
      placeId: given.bank,
      reference: 'X',
      paidOn: today,
      reason: '退回',
    } as const
    await expect(given.giveBack(itemId, byBank)).rejects.toMatchObject({ code: 'suspense-went-back' })
    await given.refundedAtWechat('30.00', '42000000000000000000000601')
    expect(await given.giveBack(itemId, atWechat)).toMatchObject({
      outcome: 'returned',
      reason: '不是本小区的款',
    })
    expect(await given.books.balances()).toEqual({})
    expect(await given.foundRefunds()).toBe(0)
    expect(await given.audited()).toEqual([])
  })
})
