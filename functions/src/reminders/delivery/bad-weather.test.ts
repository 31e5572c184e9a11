import { createServer } from 'node:http'
import type { Channel } from '@anjiao/shared/notice-life'
import { beforeEach, describe, expect, it } from 'vitest'
import { givenCampaigns } from '../../local/testing/given-campaigns.ts'
import { wechatWorld } from '../../local/testing/wechat-world.ts'
import { testAppid } from '../../local/testing/world.ts'
import { asSystem } from '../../platform/context.ts'
import { createSms } from '../../platform/sms/index.ts'
import { createWechatMp } from '../../platform/wechat-mp/index.ts'
import { listWordings } from '../wordings/wordings-in-force.ts'
import { lostInARowMost } from './brake-channel.ts'
import { accountsOf } from './channel-pauses.ts'

const { world: emulated, emulator, advance } = await wechatWorld()
const { clock } = emulated
const toEmulator = { baseUrl: emulator.url, clock, timeoutMs: 300 }
const nowhere = { ...toEmulator, baseUrl: `http://127.0.0.1:${await portWithoutListener()}` }
const sms = { ...emulator.sms, region: 'ap-guangzhou' }
const line = {
  up: {
    mp: createWechatMp({ ...emulator.miniProgram, ...toEmulator }),
    sms: createSms({ ...sms, ...toEmulator }),
  },
  down: {
    mp: createWechatMp({ ...emulator.miniProgram, ...nowhere }),
    sms: createSms({ ...sms, ...nowhere }),
  },
}
let now = line.up
const logged: unknown[] = []
const world: typeof emulated = {
  ...emulated,
  settings: { ...emulated.settings, appid: testAppid },
  log: {
    ...emulated.log,
    error: (happening, error, facts) =>
      logged.push([happening, error instanceof Error ? error.message : '', facts]),
  },
  wechatMp: {
    ...emulated.wechatMp,
    sendQuota: () => now.mp.sendQuota(),
    sendSubscribe: (message) => now.mp.sendSubscribe(message),
  },
  sms: { send: (message) => now.sms.send(message), statusOf: (sent) => now.sms.statusOf(sent) },
}

beforeEach(async () => {
  now = line.up
  emulator.control.reset()
  await asSystem(
    world,
    'test',
    ({ tx }) => tx.run`update channel_pause set paused_until = '2020-01-01', lost_in_a_row = 0`,
  )
  const ten = new Date(`${new Date(clock.now().getTime() + 86_400_000).toISOString().slice(0, 10)}T02:00:00Z`)
  await emulator.clock.set(ten)
})

/** A community with homes that owe, whose owners have agreed to one message, and a campaign to them. */
async function aCampaign(homes: number, channels: Channel[] = ['subscription']) {
  const given = await givenCampaigns(world)
  await given.moreWordings()
  emulator.control.setTemplates([
    ...emulator.control.templates(),
    {
      priTmplId: given.templateId,
      title: '缴费提醒',
      content: '小区:{{thing1.DATA}}\n待缴金额:{{amount2.DATA}}\n',
      example: '',
      type: 2,
    },
  ])
  for (let home = 0; home < homes; home++) {
    const { owner } = await given.debtor()
    emulator.control.subscribe({ openid: owner.openid, tmplIds: [given.templateId] })
  }
  const id = await given.running({ channels })
  const states = () =>
    given.inside(
      ({ tx, community }) => tx.rows<{
        state: string
        outcome: string | null
        tries: number
        messages: number
      }>`
        select state, outcome, tries, count(*)::integer as messages from delivery
         where community_id = ${community} group by state, outcome, tries order by state`,
    )
  return { ...given, id, states }
}

const messagesSoFar = () => emulator.control.messages().length

describe('while there is no line to WeChat', () => {
  it('messages wait, keep their consents and count no try; the campaign says so, and all goes on when there is one', async () => {
    const it = await aCampaign(3)
    const before = messagesSoFar()
    now = line.down
    for (let outage = 0; outage < 7; outage++) {
      await it.sends()
      await advance(301)
    }
    expect(await it.states()).toEqual([{ state: 'waiting', outcome: 'no_connection', tries: 0, messages: 3 }])
    await it.sends()
    expect(await it.progress(it.id)).toMatchObject({ waiting: 3, standsBecause: 'no_connection' })
    now = line.up
    expect(await it.sends()).toBe(0)
    await advance(301)
    expect(await it.sends()).toBe(3)
    expect(await it.states()).toEqual([{ state: 'sent', outcome: 'accepted', tries: 1, messages: 3 }])
    expect(messagesSoFar() - before).toBe(3)
  })

  it('an SMS waits as well', async () => {
    const it = await aCampaign(1, ['sms'])
    now = line.down
    await it.sends()
    expect(await it.states()).toEqual([{ state: 'waiting', outcome: 'no_connection', tries: 0, messages: 1 }])
  })
})

describe('while WeChat takes messages and answers none', () => {
  const hangs = () => emulator.control.fault({ match: 'subscribe/send', action: 'hang', times: 1_000 })
  const unknown = async (it: Awaited<ReturnType<typeof aCampaign>>) =>
    (await it.states()).find(({ state }) => state === 'unknown')?.messages ?? 0

  it('no campaign is left in doubt as a whole: after some, one at a time is tried, and an answer lets all go on', async () => {
    const it = await aCampaign(lostInARowMost)
    hangs()
    await it.sends()
    expect(await unknown(it)).toBe(lostInARowMost)

    const other = await aCampaign(6)
    expect(await other.sends()).toBe(0)
    expect(await other.progress(other.id)).toMatchObject({ waiting: 6, standsBecause: 'no_connection' })
    await advance(301)
    expect(await other.sends()).toBe(1)
    expect(await unknown(other)).toBe(1)
    expect(await other.sends()).toBe(0)

    await advance(301)
    emulator.control.reset()
    expect(await other.sends()).toBe(1)
    expect(await other.sends()).toBe(4)
    expect((await other.progress(other.id)).standsBecause).toBeNull()
  })

  it('one that is answered between begins the count anew', async () => {
    const it = await aCampaign(1)
    hangs()
    for (let half = 0; half < 2; half++) {
      const some = await aCampaign(lostInARowMost - 1)
      await some.sends()
      expect(await unknown(some)).toBe(lostInARowMost - 1)
      emulator.control.reset()
      if (half === 0) expect(await it.sends()).toBe(1)
      hangs()
    }
    expect(await (await aCampaign(1)).sends()).toBe(1)
  })
})

describe('while WeChat does not take one template', () => {
  const withdraw = (templateId: string) => {
    const all = emulator.control.templates()
    emulator.control.setTemplates(all.filter(({ priTmplId }) => priTmplId !== templateId))
    return () => emulator.control.setTemplates(all)
  }
  const wordings = (it: Awaited<ReturnType<typeof aCampaign>>) =>
    it.inside((ctx) => listWordings(ctx, accountsOf(world)))

  it('what it would say waits, staff see which it is, and everything else goes', async () => {
    const it = await aCampaign(3)
    const other = await aCampaign(2)
    const bringBack = withdraw(it.templateId)
    logged.length = 0
    await it.sends()
    expect(await it.states()).toEqual([{ state: 'waiting', outcome: 'config', tries: 1, messages: 3 }])
    expect(logged).toEqual([
      ['messages are not taken', 'answered 40037', { channel: 'subscription', templateId: it.templateId }],
    ])
    expect((await it.progress(it.id)).standsBecause).toBe('template')
    const paused = (await wordings(it)).filter((each) => each.paused)
    expect(paused.map(({ kind, channel }) => [kind, channel])).toEqual([['reminder', 'subscription']])

    expect(await other.sends()).toBe(2)
    expect((await wordings(other)).some((each) => each.paused)).toBe(false)
    const { owner } = await it.debtor()
    emulator.control.subscribe({ openid: owner.openid, tmplIds: [it.templateId] })
    await it.running()
    expect(await it.sends()).toBe(0)

    bringBack()
    await advance(1_801)
    expect(await it.sends()).toBe(4)
    expect((await wordings(it)).some((each) => each.paused)).toBe(false)
  })

  it('because it asks for a field that it did not, the same', async () => {
    const it = await aCampaign(2)
    const all = emulator.control.templates()
    emulator.control.setTemplates(
      all.map((each) =>
        each.priTmplId === it.templateId
          ? { ...each, content: `${each.content}缴费日:{{date3.DATA}}\n` }
          : each,
      ),
    )
    await it.sends()
    expect(await it.states()).toEqual([{ state: 'waiting', outcome: 'config', tries: 1, messages: 2 }])
    expect((await it.progress(it.id)).standsBecause).toBe('template')
  })
})

async function portWithoutListener(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (typeof address !== 'object' || !address) throw new Error('no port')
  return address.port
}
