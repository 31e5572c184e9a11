import { beforeEach, expect, it } from 'vitest'
import { givenCommunity } from '../local/testing/given.ts'
import { wechatWorld } from '../local/testing/wechat-world.ts'
import { auditPayments, sweepPayments } from './index.ts'
import { paymentStanding } from './payment-standing.ts'
import { startPayment } from './start-payment.ts'

const { world, emulator, account, subAccount, callback, advance } = await wechatWorld()

beforeEach(() => {
  callback.down = false
  callback.answers.length = 0
})

/** A home of a community whose money goes to a sub-merchant; it has just paid what it owed. */
async function aPayer() {
  const given = await givenCommunity(world, undefined, subAccount)
  const { householdId } = await given.household()
  await given.charge(householdId, { owes: '100.00' })
  const payer = await given.person({ householdId })
  const { openid } = payer
  emulator.control.addPerson({ name: openid, phone: '13800000000', openid })
  const of = { communityId: given.community, householdId }
  const started = await startPayment(world, payer, { ...of, choice: { kind: 'all-due' }, intentKey: 'once' })
  const prepay_id = started.payParams.package.replace('prepay_id=', '')
  const payParams = { appId: started.appId, ...started.payParams }
  expect(emulator.control.pay({ prepay_id, openid, outcome: 'ok', payParams }).result).toBe('ok')
  const places = () =>
    given.inside(
      ({ tx }) => tx.rows<{ place: string; amountFen: number }>`
        select place, amount_fen from posting where community_id = ${given.community} and account = 'wechat'`,
    )
  const state = async () =>
    (await paymentStanding(world, payer, { ...of, attemptId: started.attempt.id })).state
  return { ...given, places, state }
}

it('money paid under a service provider is booked under the sub-merchant, by the notice', async () => {
  const payer = await aPayer()
  await advance(0)
  expect(callback.answers).toEqual([204])
  expect(await payer.state()).toBe('paid')
  expect(subAccount.mchid).not.toBe(account.mchid)
  expect(await payer.places()).toEqual([{ place: subAccount.mchid, amountFen: 10_000 }])
  expect(await payer.books.audit()).toEqual([])
  expect(await payer.inside((ctx) => auditPayments(ctx))).toEqual([])
})

it('and by asking, when no notice came', async () => {
  callback.down = true
  const payer = await aPayer()
  await advance(6)
  await sweepPayments(world, new Date(world.clock.now().getTime() + 60_000))
  expect(await payer.places()).toEqual([{ place: subAccount.mchid, amountFen: 10_000 }])
})
