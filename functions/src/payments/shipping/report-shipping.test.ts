import type { CommunityId } from '@anjiao/shared/ids'
import { afterAll, beforeEach, expect, it } from 'vitest'
import { workers } from '../../handlers/jobs.ts'
import { givenCommunity } from '../../local/testing/given.ts'
import { wechatWorld } from '../../local/testing/wechat-world.ts'
import { asSystem, inCommunity, type World } from '../../platform/context.ts'
import { openJobQueue } from '../../platform/job-queue.ts'
import { startPayment } from '../start-payment.ts'

const { world, emulator, account, advance, superuserUrl } = await wechatWorld()
const { control } = emulator
const queue = await openJobQueue(superuserUrl)
afterAll(() => queue.close())

beforeEach(async () => {
  control.reset()
  control.manageTrade(true)
  await asSystem(world, 'test', ({ tx }) => tx.run`update trade_management set asked_at = '2000-01-01'`)
})

let made = 0

/** A home pays its bill of 300.00 yuan on the phone. */
async function aPayment({ closedMeanwhile = false } = {}) {
  const given = await givenCommunity(world, undefined, account)
  const { householdId } = await given.household()
  await given.charge(householdId, { owes: '300.00' })
  const payer = await given.person({ householdId })
  control.addPerson({ name: payer.openid, phone: '13800000000', openid: payer.openid })
  const started = await startPayment(world, payer, {
    communityId: given.community,
    householdId,
    choice: { kind: 'all-due' },
    intentKey: `shipping-${++made}`,
  })
  if (closedMeanwhile)
    await given.inside(
      ({ tx, community, now }) => tx.run`
        update payment_attempt set state = 'closed', closed_at = ${now}, next_query_at = null where community_id = ${community}`,
    )
  control.pay({
    prepay_id: started.payParams.package.replace('prepay_id=', ''),
    openid: payer.openid,
    outcome: 'ok',
    payParams: { appId: started.appId, ...started.payParams },
  })
  await advance(1)
  const transactionId = control.orders().at(-1)?.paid?.transactionId ?? ''
  return { community: given.community, transactionId, openid: payer.openid }
}

const work = (during: World = world) =>
  queue.drain(during, workers, new Date(world.clock.now().getTime() + 60_000))

const told = (transactionId: string) =>
  control.shipments().find((shipment) => shipment.transactionId === transactionId)

const report = (community: CommunityId, transactionId: string) =>
  inCommunity(
    world,
    community,
    { kind: 'system', task: 'test' },
    ({ tx }) => tx.maybe`
      select state, tries, stands_because from shipping_report where transaction_id = ${transactionId}`,
  )

it('reports each payment as delivered, in the name of who paid, with what it was for', async () => {
  const { community, transactionId, openid } = await aPayment()
  await work()
  expect(told(transactionId)).toMatchObject({ openid, description: expect.stringMatching(/物业缴费$/) })
  expect(await report(community, transactionId)).toMatchObject({ state: 'reported', tries: 1 })
})

it('reports nothing where WeChat does not hold the money for it', async () => {
  control.manageTrade(false)
  const { community, transactionId } = await aPayment()
  await work()
  expect(told(transactionId)).toBeUndefined()
  expect(await report(community, transactionId)).toBeUndefined()
})

it('asks WeChat once in some hours whether it wants to know, and keeps to what it said while it does not answer', async () => {
  await aPayment()
  await work()
  control.manageTrade(false)
  const kept = await aPayment()
  await work()
  expect(told(kept.transactionId)).toBeDefined()
  control.manageTrade(true)
  await advance(7 * 3_600)
  control.fault({ match: 'is_trade_managed', action: 'errcode', errcode: -1 })
  const unanswered = await aPayment()
  await work()
  expect(told(unanswered.transactionId)).toBeDefined()
})

it('tells it again when the payment is too fresh for WeChat to know, and does it once', async () => {
  const { community, transactionId } = await aPayment()
  for (const _ of [1, 2])
    control.fault({ match: 'upload_shipping_info', action: 'errcode', errcode: 10060001 })
  await work()
  expect(await report(community, transactionId)).toMatchObject({
    state: 'waiting',
    standsBecause: 'not-yet',
  })
  await work()
  expect(await report(community, transactionId)).toMatchObject({ tries: 1 })
  await advance(61)
  await work()
  expect(await report(community, transactionId)).toMatchObject({ state: 'waiting', tries: 2 })
  await advance(121)
  await work()
  expect(await report(community, transactionId)).toMatchObject({ state: 'reported', tries: 3 })
  await workers['shipping-report'](world, { communityId: community, transactionId, openid: 'anybody' })
  expect(await report(community, transactionId)).toMatchObject({ tries: 3 })
})

it('takes for done what WeChat has already: a worker that died after telling it tells it twice', async () => {
  const { community, transactionId } = await aPayment()
  control.fault({ match: 'upload_shipping_info', action: 'errcode', errcode: 10060023 })
  await work()
  expect(await report(community, transactionId)).toMatchObject({ state: 'reported' })
})

it('does not insist where the payment was given back', async () => {
  const { community, transactionId } = await aPayment()
  control.fault({ match: 'upload_shipping_info', action: 'errcode', errcode: 10060004 })
  await work()
  await advance(3_600)
  await work()
  expect(await report(community, transactionId)).toMatchObject({
    state: 'refused',
    tries: 1,
    standsBecause: 'errcode 10060004',
  })
})

it('calls somebody when half an hour has not helped, and gives up after three days', async () => {
  const calls: unknown[] = []
  const calling = { ...world, log: { ...world.log, error: (...call: unknown[]) => void calls.push(call) } }
  const { community, transactionId } = await aPayment()
  const neverKnown = () =>
    control.fault({ match: 'upload_shipping_info', action: 'errcode', errcode: 10060001 })
  for (let tries = 1; tries <= 6; tries++) {
    neverKnown()
    await work(calling)
    await advance(16 * 60 + 1)
  }
  expect(calls).toHaveLength(1)
  for (let tries = 7; tries <= 77; tries++) {
    neverKnown()
    await advance(3_601)
    await work(calling)
  }
  expect(await report(community, transactionId)).toMatchObject({ state: 'given_up', tries: 77 })
  expect(calls).toHaveLength(2)
  await advance(3_601)
  await work(calling)
  expect(await report(community, transactionId)).toMatchObject({ tries: 77 })
})

it('reports money that waits in suspense too: it has arrived', async () => {
  const { community, transactionId } = await aPayment({ closedMeanwhile: true })
  await work()
  expect(told(transactionId)).toBeDefined()
  expect(await report(community, transactionId)).toMatchObject({ state: 'reported' })
})
