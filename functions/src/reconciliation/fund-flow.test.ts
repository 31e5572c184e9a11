import { businessDate } from '@anjiao/shared/calendar'
import { beforeEach, describe, expect, it } from 'vitest'
import { asStaff } from '../identity/index.ts'
import { givenCommunity } from '../local/testing/given.ts'
import { wechatWorld } from '../local/testing/wechat-world.ts'
import { fundFlows, resolveFundFlow } from './fund-flows.ts'
import { closeBusinessDay, reconcile } from './index.ts'
import { aPayingHome } from './testing/a-day-of-payments.ts'

const wechat = await wechatWorld()
const { world, emulator } = wechat
const { mchid } = wechat.account
const until = (text: string) => emulator.control.moveClock({ set: text })
const deadline = () => new Date(world.clock.now().getTime() + 600_000)

let day = businessDate('2026-11-23')
let nextMorning = ''

beforeEach(async () => {
  emulator.control.reset()
  // Each test has a day of its own: a bill is the merchant's, whatever community it is about.
  const next = new Date(world.clock.now().getTime() + 86_400_000).toISOString().slice(0, 10)
  await until(`${next}T11:00:00+08:00`)
  await reconcile(world, deadline())
  day = businessDate(next)
  nextMorning = `${new Date(Date.parse(`${next}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)}T10:01:00+08:00`
})

async function reconciled() {
  await until(nextMorning)
  await reconcile(world, deadline())
}

type Home = Awaited<ReturnType<typeof aPayingHome>>
const close = async (home: Home) => {
  const finance = await home.staff('finance')
  return asStaff(world, finance, home.community, ['finance'], (ctx) => closeBusinessDay(ctx, day))
}
const flowOf = async (home: Home) =>
  (await home.inside(fundFlows)).find((flow) => flow.mchid === mchid && flow.day === day)

describe('what moved on the merchant’s account', () => {
  it('agrees with what its trades come to: payments, refunds and fees', async () => {
    const home = await aPayingHome(wechat, '100.00', '258.88')
    await home.pay(0)
    emulator.control.refundInConsole(await home.pay(1), 888)
    await reconciled()
    expect(await flowOf(home)).toMatchObject({
      paidFen: 35_888,
      tradesPaidFen: 35_888,
      // The refund leaves less the 0.05 yuan of fee that comes back with it.
      refundedFen: 883,
      feeFen: 215,
      tradesRefundedFen: 888,
      tradesFeeFen: 210,
      inDoubt: false,
      balanceFen: expect.any(Number),
    })
  })

  it('otherwise is in doubt and keeps the day open, until finance has said why', async () => {
    const home = await aPayingHome(wechat, '100.00')
    await home.pay(0)
    emulator.control.mutateBill({ date: day, kind: 'fund-flow', mutate: 'fee' })
    await reconciled()
    expect(await flowOf(home)).toMatchObject({ feeFen: 61, tradesFeeFen: 60, inDoubt: true })
    await expect(close(home)).rejects.toMatchObject({ code: 'day-unexplained', facts: { fundFlows: 1 } })

    const finance = await home.staff('finance')
    const explain = () =>
      asStaff(world, finance, home.community, ['finance'], (ctx) =>
        resolveFundFlow(ctx, mchid, day, '微信多扣一分，次日退还'),
      )
    await explain()
    await expect(explain()).rejects.toMatchObject({ code: 'difference-resolved' })
    expect(await flowOf(home)).toMatchObject({
      inDoubt: false,
      reason: '微信多扣一分，次日退还',
      resolvedBy: '员工',
    })
    await close(home)
  })

  it('that cannot be read counts for nothing, keeps the day open, and is taken in once it is whole', async () => {
    const home = await aPayingHome(wechat, '100.00')
    await home.pay(0)
    emulator.control.mutateBill({ date: day, kind: 'fund-flow', mutate: 'truncated' })
    await reconciled()
    expect(await flowOf(home)).toBeUndefined()
    await expect(close(home)).rejects.toMatchObject({ facts: { fundFlows: 1 } })
    emulator.control.reset()
    await reconcile(world, deadline())
    expect(await flowOf(home)).toMatchObject({ inDoubt: false })
    await close(home)
  })

  it('is nobody’s to explain who works for another company', async () => {
    const home = await aPayingHome(wechat, '100.00')
    await home.pay(0)
    emulator.control.mutateBill({ date: day, kind: 'fund-flow', mutate: 'fee' })
    await reconciled()
    const stranger = await givenCommunity(world)
    await expect(
      stranger.inside((ctx) => resolveFundFlow(ctx, mchid, day, '不是我的')),
    ).rejects.toMatchObject({ code: 'not-found' })
    expect(await stranger.inside(fundFlows)).toEqual([])
  })
})

it('the account of a sub-merchant is not offered to its service provider, and keeps no day open', async () => {
  const home = await aPayingHome({ ...wechat, account: wechat.subAccount }, '100.00')
  await home.pay(0)
  await reconciled()
  expect(await home.inside(fundFlows)).toEqual([])
  await close(home)
})
