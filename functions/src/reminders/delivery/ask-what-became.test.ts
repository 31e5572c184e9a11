import type { Channel } from '@anjiao/shared/notice-life'
import { afterEach, expect, it } from 'vitest'
import { givenReminders } from '../../local/testing/given-reminders.ts'
import { wechatWorld } from '../../local/testing/wechat-world.ts'
import type { World } from '../../platform/context.ts'
import type { SentSms, SmsStatus } from '../../platform/sms/index.ts'
import { askWhatBecame } from './ask-what-became.ts'

const { world, emulator, advance } = await wechatWorld()
const arrivedAfterSeconds = 3
/** By then whatever was sent has its report or never will, and is asked about no more. */
afterEach(async () => {
  emulator.control.reset()
  await advance(73 * 3_600)
})

const asks = (inWorld: World = world, seconds = 60) =>
  askWhatBecame(inWorld, new Date(world.clock.now().getTime() + seconds * 1_000), () => Promise.resolve())

/** A world that notes what is asked of the SMS provider, which answers as it does, or as the test says. */
function noting(says?: (sent: SentSms) => Promise<SmsStatus>) {
  const asked: (string | null)[] = []
  const { sms } = world
  if (!sms) throw new Error('there is an emulated carrier')
  const statusOf = (sent: SentSms) => {
    asked.push(sent.serialNo)
    return says ? says(sent) : sms.statusOf(sent)
  }
  return { asked, world: { ...world, sms: { ...sms, statusOf } } }
}

/** SMS that were sent to homes of one community, one each. */
async function sent({ homes = 1, channels = ['sms'] as Channel[], off = false, answer = true } = {}) {
  // Nobody is written to at night.
  await emulator.clock.set(
    new Date(`${new Date(world.clock.now().getTime() + 86_400_000).toISOString().slice(0, 10)}T02:00:00Z`),
  )
  const given = await givenReminders(world)
  await given.inside(
    ({ tx, now, community }) => tx.run`
      insert into notice_wording (community_id, kind, channel, template_id, fields, text, published_at, published_by)
      values (${community}, 'reminder', 'sms', '2100004',
              '{"1": {"value": "community"}, "2": {"value": "room"}, "3": {"value": "amount"}}',
              '您好，{1}{2}缴来的{3}元已收到，谢谢您。凭证在小程序“安缴”里。', ${now}, 'system:test')`,
  )
  const campaignId = await given.campaign({ channels })
  const notices = []
  for (let home = 0; home < homes; home++) {
    const { householdId, phone } = await given.household()
    const chargeId = await given.charge(householdId, { owes: '100.00', due: '2026-10-31' })
    if (off) emulator.control.setSmsPhone({ phone, state: 'off' })
    notices.push(await given.remind(campaignId, { householdId, chargeIds: [chargeId] }))
  }
  if (!answer) emulator.control.fault({ match: 'SendSms', action: 'reset-after', times: homes })
  expect(await given.sends()).toBe(homes)
  const [notice] = notices
  if (notice === undefined) throw new Error('no home, no SMS')
  return { ...given, notice, stands: () => given.deliveries(notice), proven: () => given.proofs(notice) }
}

it('an SMS that arrived is delivered, with the carrier’s proof and its time', async () => {
  const it = await sent()
  const sentAt = world.clock.now()
  expect(await asks()).toBe(0)
  expect(await it.stands()).toMatchObject([{ state: 'sent', outcome: 'accepted' }])
  await advance(60)
  expect(await asks()).toBe(1)
  expect(await it.stands()).toMatchObject([{ channel: 'sms', state: 'delivered', outcome: 'accepted' }])
  const proofs = await it.inside(
    ({ tx, community }) => tx.rows`
      select proof, at, note, told_by from delivery_evidence where community_id = ${community} order by id`,
  )
  const at = new Date(sentAt.getTime() + arrivedAfterSeconds * 1_000)
  expect(proofs.at(-1)).toEqual({ proof: 'arrived', at, note: 'DELIVRD', toldBy: 'provider' })
  expect(await asks()).toBe(0)
})

it('one to a phone that was off has failed, is proof of nothing, and lets the next channel have its turn, once', async () => {
  const it = await sent({ channels: ['sms', 'letter'], off: true })
  await advance(60)
  expect(await asks()).toBe(1)
  await advance(600)
  expect(await asks()).toBe(0)
  expect(await it.stands()).toMatchObject([
    { channel: 'sms', state: 'failed', outcome: 'not_arrived' },
    { channel: 'letter', state: 'waiting' },
  ])
  expect(await it.proven()).toEqual(['accepted', 'bounced'])
})

it('one of which nobody knew whether it was taken is known by its report: it arrived, or it did not', async () => {
  const arrived = await sent({ answer: false })
  expect(await arrived.stands()).toMatchObject([{ state: 'unknown', outcome: 'lost' }])
  await advance(60)
  expect(await asks()).toBe(1)
  expect(await arrived.stands()).toMatchObject([{ state: 'delivered', outcome: 'accepted' }])
  expect(await arrived.proven()).toEqual(['arrived'])
  const bounced = await sent({ answer: false, channels: ['sms', 'letter'], off: true })
  await advance(60)
  expect(await asks()).toBe(1)
  expect(await bounced.stands()).toMatchObject([
    { channel: 'sms', state: 'failed', outcome: 'not_arrived' },
    { channel: 'letter', state: 'waiting' },
  ])
})

it('one that never reached the provider stays unknown, for a person to decide', async () => {
  const it = await sent({ answer: false })
  const { world: silent } = noting(() => Promise.resolve({ kind: 'not-yet' }))
  await advance(60)
  expect(await asks(silent)).toBe(0)
  expect(await it.stands()).toMatchObject([{ state: 'unknown', outcome: 'lost' }])
})

it('one without report is asked about ever more seldom, for 72 hours, and then stays sent', async () => {
  const it = await sent()
  const { asked, world: silent } = noting(() => Promise.resolve({ kind: 'not-yet' }))
  const countedAt: number[] = []
  for (let tenMinutes = 0; tenMinutes < 80 * 6; tenMinutes++) {
    await asks(silent)
    countedAt.push(asked.length)
    await advance(600)
  }
  expect(asked.length).toBeLessThanOrEqual(25)
  expect(countedAt[80 * 6 - 1]).toBe(countedAt[72 * 6])
  expect(await asks()).toBe(0)
  expect(await it.stands()).toMatchObject([{ state: 'sent', outcome: 'accepted' }])
  expect(await it.proven()).toEqual(['accepted'])
})

it('two who ask at once do not ask twice', async () => {
  await sent({ homes: 30 })
  await advance(60)
  const { asked, world: noted } = noting()
  const known = await Promise.all([asks(noted), asks(noted), asks(noted)])
  expect(known.reduce((sum, each) => sum + each)).toBe(30)
  expect(asked).toHaveLength(30)
  expect(new Set(asked).size).toBe(30)
})

it('one who dies between taking and asking leaves them to the next, a while later', async () => {
  const it = await sent()
  await advance(60)
  const { world: dying } = noting(() => Promise.reject(new Error('the machine is gone')))
  await expect(asks(dying)).rejects.toThrow('the machine is gone')
  expect(await asks()).toBe(0)
  await advance(60)
  expect(await asks()).toBe(1)
  expect(await it.stands()).toMatchObject([{ state: 'delivered' }])
})

it('those who have waited the longest are asked about first, and nobody is when the time is up', async () => {
  await sent({ homes: 30 })
  const { asked, world: silent } = noting(() => Promise.resolve({ kind: 'not-yet' }))
  expect(await asks(silent, 0)).toBe(0)
  expect(asked).toEqual([])
  await asks(silent)
  const first = [...asked]
  await advance(600)
  await asks(silent)
  expect(asked.slice(30)).toEqual(first)
})

it('at most twenty a second are asked', async () => {
  await sent({ homes: 30 })
  const waits: number[] = []
  await askWhatBecame(noting().world, new Date(world.clock.now().getTime() + 60_000), (ms) =>
    Promise.resolve(waits.push(ms)),
  )
  // The clock stands still: each waits from the beginning.
  expect(waits).toEqual(Array.from({ length: 29 }, (_, before) => 50 * (before + 1)))
})

it.each(['500', 'reset-after', 'garbled'] as const)(
  'no answer (%s) means nothing, and it is asked again',
  async (action) => {
    const it = await sent()
    await advance(60)
    emulator.control.fault({ match: 'PullSmsSendStatusByPhoneNumber', action })
    expect(await asks()).toBe(0)
    expect(await it.stands()).toMatchObject([{ state: 'sent' }])
    await advance(60)
    expect(await asks()).toBe(1)
  },
)

it('when the account may ask no more, nobody else is asked about; when its keys are wrong, the alarm rings', async () => {
  await sent({ homes: 30 })
  await advance(60)
  const said = { code: 'RequestLimitExceeded', requestId: undefined }
  const limited = noting(() =>
    Promise.resolve({ kind: 'limited', whose: 'account', until: 'minute', ...said }),
  )
  expect(await asks(limited.world)).toBe(0)
  expect(limited.asked.length).toBeLessThanOrEqual(20)
  await advance(60)
  const locked = noting(() => Promise.resolve({ kind: 'config', ...said }))
  await expect(asks(locked.world)).rejects.toThrow('RequestLimitExceeded')
  await advance(120)
  expect(await asks()).toBe(30)
})

it('without an SMS account there is nothing to ask', async () => {
  await sent()
  expect(await asks({ ...world, sms: null })).toBe(0)
})
