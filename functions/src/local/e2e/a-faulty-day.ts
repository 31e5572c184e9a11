import { addDays, type BusinessDate, businessDateAt } from '@anjiao/shared/calendar'
import { zeroFen } from '@anjiao/shared/money'
import { expect } from 'vitest'
import { asStaff } from '../../identity/index.ts'
import { closeBusinessDay } from '../../reconciliation/index.ts'
import { aPayingHome } from '../../reconciliation/testing/a-day-of-payments.ts'
import { askRefund } from '../../refunds/ask-refund.ts'
import { decideRefund } from '../../refunds/decide-refund.ts'
import { refundablePayments } from '../../refunds/refundable-payments.ts'
import { yuan } from '../testing/given.ts'
import type { TestSystem } from '../testing/system.ts'

/** What the home owes, each sum once: on the pages a fault is known by its sum. */
const owes = {
  returnedUnlisted: '110.00',
  returnedOtherwise: '120.00',
  unlisted: '130.00',
  otherwise: '140.00',
  doubled: '150.00',
  returnedByHand: '160.00',
  untouched: '170.00',
  unannounced: '180.00',
}
type Paid = keyof typeof owes

/**
 * A home and a day whose bill is wrong in every way that a merchant's bill can be: a payment and a refund that it lacks, one of
 * each by one fen more, a trade under numbers nobody knows, an order of another system, a refund made in the merchant platform, a
 * payment whose notice is lost for good, a fee that the account paid and no trade; and a payment that is right. The day before is
 * closed. The clock stands on the day.
 */
export async function aFaultyDay(system: TestSystem) {
  const { world, emulator } = system
  const { control, merchant } = emulator
  const account = { mchid: merchant.mchid, appid: merchant.appid }
  const eve = addDays(businessDateAt(world.clock.now()), 1)
  const day = addDays(eve, 1)
  const at = (on: BusinessDate, time: string) => control.moveClock({ set: `${on}T${time}+08:00` })

  await at(eve, '09:30:00')
  const home = await aPayingHome({ world, emulator, account }, ...Object.values(owes))
  const pay = (which: Paid) => home.pay(Object.keys(owes).indexOf(which))
  const settled = (count: number) =>
    expect
      .poll(async () => (await home.books.open(home.householdId)).filter((open) => open === 0).length, {
        timeout: 20_000,
      })
      .toBe(count)
  const returnedUnlisted = await pay('returnedUnlisted')
  const returnedOtherwise = await pay('returnedOtherwise')
  await settled(2)

  await at(day, '10:01:00')
  await system.run('reconciliation')
  const [clerk, finance] = [await home.staff('front_desk'), await home.staff('finance')]
  const as = <T>(who: typeof clerk, work: Parameters<typeof asStaff<T>>[4]) =>
    asStaff(world, who, home.community, ['front_desk', 'finance'], work)
  await as(finance, (ctx) => closeBusinessDay(ctx, eve))
  for (const which of ['returnedUnlisted', 'returnedOtherwise'] as const) {
    const id = await as(clerk, async (ctx) => {
      const payments = await refundablePayments(ctx, home.householdId)
      const payment = payments.find(({ amountFen }) => amountFen === yuan(owes[which]))
      if (!payment) throw new Error(`${which} was not paid`)
      const wanted = {
        paymentId: payment.paymentId,
        route: 'wechat',
        parts: payment.charges.map(({ chargeId }) => ({ chargeId, amountFen: yuan('10.00') })),
        fromAdvanceFen: zeroFen,
        reason: '多缴了',
      } as const
      return askRefund(ctx, clerk.personId, wanted, which)
    })
    await as(finance, (ctx) => decideRefund(ctx, id, finance.personId, { kind: 'approve' }))
  }
  await system.drainJobs()

  const unlisted = await pay('unlisted')
  const otherwise = await pay('otherwise')
  const doubled = await pay('doubled')
  const returnedByHand = await pay('returnedByHand')
  await pay('untouched')
  await settled(5)
  control.refundInConsole(returnedByHand, yuan('30.00'))
  control.notifyUnknownOrder({ amountFen: yuan('88.00') })
  // Every try of every notice from here on, for longer than WeChat tries.
  const loseNotices = () => control.notifyFault({ fault: 'drop', times: 200 })
  loseNotices()
  await pay('unannounced')

  /** From now on the bill of the day is wrong about all of it and nothing else, and written otherwise than yesterday's. */
  function plant(): void {
    control.reset()
    loseNotices()
    for (const outTradeNo of [unlisted, returnedUnlisted])
      control.mutateBill({ date: day, mutate: 'missing_row', outTradeNo })
    for (const outTradeNo of [otherwise, returnedOtherwise])
      control.mutateBill({ date: day, mutate: 'amount', outTradeNo })
    control.mutateBill({ date: day, mutate: 'extra_row', outTradeNo: doubled })
    control.mutateBill({ date: day, kind: 'fund-flow', mutate: 'fee', outTradeNo: doubled })
    for (const mutate of ['bom', 'lf', 'new_column'] as const) control.mutateBill({ date: day, mutate })
  }
  return { home, day, plant, nextMorning: () => at(addDays(day, 1), '10:01:00') }
}
