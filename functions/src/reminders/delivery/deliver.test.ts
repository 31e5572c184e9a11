import { beforeEach, describe, expect, it } from 'vitest'
import { givenReminders, type WechatSays, worldWithMessages } from '../../local/testing/given-reminders.ts'
import { testWorld } from '../../local/testing/world.ts'
import { asSystem, type World } from '../../platform/context.ts'
import { noticesOf } from '../inbox/notices-of.ts'
import { resolveUnknown } from '../inbox/resolve-unknown.ts'
import { accountsOf } from './channel-pauses.ts'
import { deliver, deliverIn } from './deliver.ts'
import { handOver } from './hand-over.ts'
import { nextLane } from './next-lane.ts'
import { noteSendResult } from './note-send-result.ts'
import { passSlice } from './pass-slice.ts'
import { writeBecame } from './write-became.ts'

const { world: plain, clock } = await testWorld()
const { world, messages, wechat } = worldWithMessages(plain)
const taken = wechat.says
const at = (time: string) => clock.set(`2026-11-23T${time}+08:00`)
beforeEach(() => {
  at('10:00:00')
  messages.length = 0
  wechat.says = taken
})
const says = (answer: Awaited<ReturnType<WechatSays>>) => {
  wechat.says = () => answer
}
const later = () => new Date(clock.now().getTime() + 3_600_000)
const refusal = (errcode: number) => ({ errcode, rid: undefined })

/** A campaign to one home whose owner has agreed to one message. */
async function aReminder({
  channels,
  credits,
}: {
  channels?: ['subscription', 'sms' | 'letter']
  credits?: number
} = {}) {
  const given = await givenReminders(world)
  const home = await given.debtor({ ...(credits !== undefined && { credits }) })
  const campaignId = await given.campaign({ ...(channels && { channels }) })
  const noticeId = await given.remind(campaignId, { ...home, chargeIds: [home.chargeId] })
  return { ...given, ...home, campaignId, noticeId, now: () => given.deliveries(noticeId) }
}

describe('a message whose turn has come', () => {
  it('goes to the owner who agreed to it, with the sums of this moment, and stands in the mini-program', async () => {
    const it = await aReminder()
    await it.settle(it.chargeId, '40.00')
    expect(await it.sends()).toBe(1)
    expect(messages).toMatchObject([{ openid: it.owner.openid, data: { amount2: '¥60.00' } }])
    expect(messages[0]?.page).toBe(
      `packages/owner/notice/index?community=${it.community}&household=${it.householdId}&notice=${it.noticeId}`,
    )
    expect(await it.now()).toMatchObject([
      { state: 'sent', outcome: 'accepted', personId: it.owner.personId },
    ])
    expect(await it.proofs(it.noticeId)).toEqual(['accepted'])
    expect(await it.credits(it.owner)).toBe(0)
    const inbox = await it.inside((ctx) => noticesOf(ctx, it.householdId))
    expect(inbox).toMatchObject({ unopened: 1, notices: [{ words: { title: '账单待查看', goal: 'bills' } }] })
  })

  it('does not go to who paid a second before', async () => {
    const it = await aReminder()
    await it.settle(it.chargeId, '100.00')
    expect(await it.sends()).toBe(0)
    expect(messages).toEqual([])
    expect(await it.now()).toMatchObject([{ state: 'left_out', why: 'nothing_open' }])
    expect(await it.credits(it.owner)).toBe(1)
    expect((await it.inside((ctx) => noticesOf(ctx, it.householdId))).notices).toEqual([])
  })

  it('goes where an old service contract has ended and a new one is in force; where the last has ended it does not', async () => {
    const contracts = async (it: Awaited<ReturnType<typeof aReminder>>, endedOn: string | null) => {
      await it.inside(
        ({ tx, community }) => tx.run`
          insert into service_contract (community_id, name, from_date, to_date, ended_on) values
            (${community}, '前期物业服务合同', '2020-01-01', '2025-12-31', '2025-12-31'),
            (${community}, '物业服务合同', '2026-01-01', '2028-12-31', ${endedOn})`,
      )
      await it.sends()
      return it.now()
    }
    expect(await contracts(await aReminder(), null)).toMatchObject([{ state: 'sent' }])
    expect(await contracts(await aReminder(), '2026-10-31')).toMatchObject([
      { state: 'left_out', why: 'contract_ended' },
    ])
  })

  it('goes to family whom the owner linked where the owner has agreed to none, and never to a tenant', async () => {
    const it = await aReminder({ credits: 0 })
    const daughter = await it.person({ householdId: it.householdId, relation: 'family' })
    const tenant = await it.person({ householdId: it.householdId, relation: 'tenant' })
    await it.answers(tenant.openid, { templateId: it.templateId })
    await it.answers(daughter.openid, { templateId: it.templateId })
    await it.sends()
    expect(messages.map(({ openid }) => openid)).toEqual([daughter.openid])
    expect(await it.credits(tenant)).toBe(1)
  })

  it('waits for a decent hour, and goes then', async () => {
    at('21:30:00')
    const it = await aReminder()
    expect(await it.sends()).toBe(0)
    expect(await it.now()).toMatchObject([
      { state: 'waiting', why: 'hour', sendAfter: new Date('2026-11-24T09:00:00+08:00') },
    ])
    clock.set('2026-11-24T09:00:00+08:00')
    expect(await it.sends()).toBe(1)
  })

  it('is the only one to its home: of two, the second finds that it was just reminded', async () => {
    const it = await aReminder({ credits: 2 })
    const second = await it.remind(await it.campaign(), { ...it, chargeIds: [it.chargeId] })
    expect(await it.sends()).toBe(1)
    const states = [...(await it.now()), ...(await it.deliveries(second))].map(
      ({ state, why }) => why ?? state,
    )
    expect(states.sort()).toEqual(['sent', 'too_soon'])
  })
})

describe('the same charge', () => {
  it('is reminded of again by the next campaign a week later; sooner it is said why not', async () => {
    const it = await aReminder({ credits: 2 })
    await it.sends()
    const again = async () => it.remind(await it.campaign(), { ...it, chargeIds: [it.chargeId] })
    clock.advance({ days: 6 })
    const soon = await again()
    expect(await it.sends()).toBe(0)
    expect(await it.deliveries(soon)).toMatchObject([{ state: 'left_out', why: 'too_soon' }])
    clock.advance({ days: 1 })
    const later = await again()
    expect(await it.sends()).toBe(1)
    expect(await it.deliveries(later)).toMatchObject([{ state: 'sent' }])
  })
})

describe('where a message reaches nobody', () => {
  it('the next channel has its turn, for want of consent', async () => {
    const it = await aReminder({ channels: ['subscription', 'letter'], credits: 0 })
    await it.sends()
    expect(await it.now()).toMatchObject([
      { channel: 'subscription', state: 'unreachable', why: 'no_credit' },
      { channel: 'letter', state: 'waiting' },
    ])
  })

  it('the next channel has its turn when WeChat refuses, and what was counted of that consent is gone', async () => {
    const it = await aReminder({ channels: ['subscription', 'sms'], credits: 3 })
    says({ kind: 'refused', ...refusal(43101) })
    await it.sends()
    expect(await it.now()).toMatchObject([
      { channel: 'subscription', state: 'failed', outcome: 'refused' },
      { channel: 'sms' },
    ])
    expect(await it.credits(it.owner)).toBe(0)
  })

  it('it stands in the mini-program all the same', async () => {
    const it = await aReminder({ credits: 0 })
    await it.sends()
    expect((await it.inside((ctx) => noticesOf(ctx, it.householdId))).unopened).toBe(1)
  })
})

describe('when WeChat takes no more today', () => {
  it('nothing is lost, nothing more is tried, and all goes on after midnight', async () => {
    clock.set('2026-11-18T10:00:00+08:00')
    const it = await aReminder()
    says({ kind: 'limited', until: 'day', ...refusal(45009) })
    await it.sends()
    expect(await it.now()).toMatchObject([
      { state: 'waiting', outcome: 'limited', sendAfter: new Date('2026-11-19T00:00:00+08:00') },
    ])
    expect(await it.credits(it.owner)).toBe(1)

    const other = await aReminder()
    let asked = 0
    wechat.says = () => {
      asked++
      return { kind: 'ok', msgId: 'm' }
    }
    await other.sends()
    expect(asked).toBe(0)
    clock.set('2026-11-19T10:00:00+08:00')
    await it.sends()
    await other.sends()
    expect([...(await it.now()), ...(await other.now())].map(({ state }) => state)).toEqual(['sent', 'sent'])
  })
})

describe('while WeChat takes no more of us', () => {
  it('a message waits as often as need be, and these are no tries of it', async () => {
    clock.set('2026-11-20T10:00:00+08:00')
    const it = await aReminder()
    says({ kind: 'limited', until: 'minute', ...refusal(45011) })
    for (let minute = 0; minute < 25; minute++) {
      await it.sends()
      clock.advance({ minutes: 2 })
    }
    expect(await it.now()).toMatchObject([{ state: 'waiting', outcome: 'limited', tries: 0 }])
    says({ kind: 'ok', msgId: 'm' })
    expect(await it.sends()).toBe(1)
  })
})

describe('a message whose fate is not known', () => {
  it('is never sent again by itself, and its consent stays taken', async () => {
    const it = await aReminder({ channels: ['subscription', 'sms'] })
    says({ kind: 'unknown-outcome', why: 'timeout' })
    await it.sends()
    says({ kind: 'ok', msgId: 'm' })
    clock.advance({ days: 1 })
    expect(await it.sends()).toBe(0)
    expect(await it.now()).toMatchObject([{ state: 'unknown', outcome: 'lost' }])
    expect(await it.credits(it.owner)).toBe(0)
  })

  it('goes again when a person has looked and says so, through the gate like any other', async () => {
    const it = await aReminder()
    says({ kind: 'unknown-outcome', why: 'timeout' })
    await it.sends()
    const manager = await it.staff('manager')
    const [unknown] = await it.inside(
      ({ tx, community }) => tx.rows<{ id: Parameters<typeof resolveUnknown>[1] }>`
        select id from delivery where (community_id, notice_id) = (${community}, ${it.noticeId})`,
    )
    if (!unknown) throw new Error('no delivery')
    const actor = { kind: 'staff', personId: manager.personId, roles: ['manager'] } as const
    const resolve = () =>
      it.inside((ctx) =>
        resolveUnknown({ ...ctx, actor }, unknown.id, {
          resolution: 'send_again',
          note: '电话核对，没有收到',
        }),
      )
    await resolve()
    await expect(resolve()).rejects.toMatchObject({ code: 'delivery-resolved' })
    says({ kind: 'ok', msgId: 'm' })
    expect(await it.sends()).toBe(1)
    expect(messages).toHaveLength(1)
  })

  /** So many transactions fail, once a message has gone out and its sender has looked for more. */
  function failingAfter(failures: number): World {
    const { transaction } = world.database
    const hasLooked = Promise.withResolvers<void>()
    wechat.says = async () => {
      await hasLooked.promise
      return { kind: 'ok', msgId: 'm' }
    }
    let left = failures
    return {
      ...world,
      database: {
        ...world.database,
        async transaction(scope, work) {
          if (messages.length > 0 && left-- > 0) throw new Error('no connection')
          const done = await transaction(scope, work)
          if (done === 'nothing-due') hasLooked.resolve()
          return done
        },
      },
    }
  }
  const atOnce = () => Promise.resolve()

  it('is no such one because the database was away for a moment: it is written down a little later', async () => {
    const it = await aReminder()
    await deliverIn(failingAfter(3), it.community, later(), atOnce)
    expect(await it.now()).toMatchObject([{ state: 'sent', outcome: 'accepted' }])
    expect(messages).toHaveLength(1)
  })

  it('because it could not be written down, is not sent again either', async () => {
    const it = await aReminder()
    const failing = failingAfter(Number.POSITIVE_INFINITY)
    await expect(deliverIn(failing, it.community, later(), atOnce)).rejects.toThrow('no connection')
    expect(await it.now()).toMatchObject([{ state: 'sending' }])
    clock.advance({ minutes: 3 })
    expect(await it.sends()).toBe(0)
    expect(await it.now()).toMatchObject([{ state: 'unknown', outcome: 'lost' }])
    expect(messages).toHaveLength(1)
  })

  it('and that was let go again, is not ended by what its first sender says late', async () => {
    const it = await aReminder({ credits: 2 })
    const take = () =>
      it.inside(async (ctx) => {
        const { leased } = await passSlice(ctx, {
          lane: it.campaignId,
          channels: ['subscription'],
          most: 1,
          appid: world.settings.appid,
          closed: [],
        })
        return leased[0] ?? missing()
      })
    const first = await take()
    clock.advance({ minutes: 3 })
    await it.sends()
    const manager = await it.staff('manager')
    const actor = { kind: 'staff', personId: manager.personId, roles: ['manager'] } as const
    await it.inside((ctx) =>
      resolveUnknown({ ...ctx, actor }, first.deliveryId, { resolution: 'send_again', note: '没有收到' }),
    )
    const second = await take()
    const says = async (message: typeof first) => {
      const handed = await handOver(world, message)
      await it.inside((ctx) => writeBecame(ctx, accountsOf(world), [handed]))
    }
    await says(first)
    expect(await it.now()).toMatchObject([{ state: 'sending' }])
    expect(await it.proofs(it.noticeId)).toEqual([])
    await says(second)
    expect(await it.now()).toMatchObject([{ state: 'sent' }])
  })

  it('however often it was tried, is noted as such', async () => {
    const it = await aReminder()
    await it.inside(
      ({ tx, community, now }) => tx.run`
        update delivery set tries = 20, state = 'sending', leased_until = ${now}::timestamptz - interval '1 second'
         where (community_id, notice_id) = (${community}, ${it.noticeId})`,
    )
    await it.sends()
    expect(await it.now()).toMatchObject([{ state: 'unknown', tries: 20 }])
  })

  it('left by a sender that died on the way, is told by WeChat after all', async () => {
    const it = await aReminder()
    await it.inside(async (ctx) => {
      const lane = await nextLane(ctx, { channels: ['subscription'] })
      if (!lane) throw new Error('nothing is due')
      await passSlice(ctx, { ...lane, channels: ['subscription'], appid: world.settings.appid, closed: [] })
    })
    expect(await it.now()).toMatchObject([{ state: 'sending' }])
    clock.advance({ minutes: 3 })
    expect(await it.sends()).toBe(0)
    expect(await it.now()).toMatchObject([{ state: 'unknown' }])
    const tell = () =>
      asSystem(world, 'test', (ctx) =>
        noteSendResult(ctx, {
          providerId: 'wechat-7',
          appid: world.settings.appid,
          openid: it.owner.openid,
          templateId: it.templateId,
          arrived: true,
          code: '0',
          at: ctx.now,
        }),
      )
    await tell()
    await tell()
    expect(await it.now()).toMatchObject([{ state: 'delivered' }])
    expect(await it.proofs(it.noticeId)).toEqual(['arrived'])
  })
})

describe('any number of senders', () => {
  it('send to each home once', async () => {
    const it = await givenReminders(world)
    const campaignId = await it.campaign()
    const homes = await Promise.all(Array.from({ length: 40 }, () => it.debtor({ credits: 2 })))
    for (const home of homes) await it.remind(campaignId, { ...home, chargeIds: [home.chargeId] })
    await Promise.all([it.sends(), it.sends(), it.sends()])
    await it.sends()
    const reached = messages.map(({ openid }) => openid)
    expect(new Set(reached).size).toBe(40)
    expect(reached).toHaveLength(40)
  })
})

describe('homes whose payments are just being booked', () => {
  /** Sends while the books of a home are locked. */
  const whileBooked = (it: Awaited<ReturnType<typeof aReminder>>) =>
    it.inside(async ({ tx, community }) => {
      await tx.run`select from household where (community_id, id) = (${community}, ${it.householdId}) for no key update`
      return it.sends()
    })

  it('hold up their own campaign, and nobody else’s', async () => {
    const it = await aReminder()
    const other = await it.debtor()
    const notice = await it.remind(await it.campaign(), { ...other, chargeIds: [other.chargeId] })
    expect(await whileBooked(it)).toBe(1)
    expect(await it.deliveries(notice)).toMatchObject([{ state: 'sent' }])
    expect(await it.now()).toMatchObject([{ state: 'waiting' }])
    expect(await it.sends()).toBe(1)
  })

  it('hold up no campaign where it is a rule that speaks to them', async () => {
    const it = await aReminder()
    await it.inside(
      ({ tx, community }) => tx.run`
        update delivery set lane = 0 where (community_id, notice_id) = (${community}, ${it.noticeId})`,
    )
    const other = await it.debtor()
    const notice = await it.remind(await it.campaign(), { ...other, chargeIds: [other.chargeId] })
    expect(await whileBooked(it)).toBe(1)
    expect(await it.deliveries(notice)).toMatchObject([{ state: 'sent' }])
  })
})

describe('a campaign that keeps a pace', () => {
  /** Six homes, of which one a second is reminded, and when each of their messages goes out, in seconds. */
  async function sixHomes(answered: () => Promise<unknown> = () => Promise.resolve()) {
    const it = await givenReminders(world)
    const campaignId = await it.campaign({ perMinute: 60 })
    for (let home = 0; home < 6; home++) {
      const { householdId, chargeId } = await it.debtor()
      await it.remind(campaignId, { householdId, chargeIds: [chargeId] })
    }
    const sentAt: number[] = []
    const start = clock.now().getTime()
    wechat.says = async ({ page }) => {
      if (!page.includes(`community=${it.community}&`)) return { kind: 'ok', msgId: page }
      sentAt.push((clock.now().getTime() - start) / 1_000)
      await answered()
      return { kind: 'ok', msgId: `paced-${page}` }
    }
    return sentAt
  }
  const passing = async (ms: number) => clock.advance({ seconds: ms / 1_000 })

  it('sends what belongs to two seconds at once, and waits', async () => {
    const sentAt = await sixHomes()
    await deliver(world, later(), passing)
    expect(sentAt).toEqual([0, 0, 2, 2, 4, 4])
  })

  it('stops when its time is up; the next sender goes on where it stopped', async () => {
    const sentAt = await sixHomes()
    const until = (seconds: number) => new Date(clock.now().getTime() + seconds * 1_000)
    await deliver(world, until(3), passing)
    expect(sentAt).toEqual([0, 0, 2, 2])
    clock.advance({ seconds: 60 })
    await deliver(world, until(3), passing)
    expect(sentAt).toEqual([0, 0, 2, 2, 62, 62])
  })

  it('does so also where messages are not answered for long', async () => {
    const all = Promise.withResolvers<void>()
    const sentAt: number[] = await sixHomes(() => {
      if (sentAt.length === 6) all.resolve()
      return all.promise
    })
    await deliver(world, later(), passing)
    expect(sentAt).toEqual([0, 0, 2, 2, 4, 4])
  })

  /** Comes late to its second turn, and never again. */
  const lateOnce = (byMs: number) => {
    let late = byMs
    return (ms: number) => {
      const pause = ms + late
      late = 0
      return passing(pause)
    }
  }

  it('is not slowed down by a sender that comes a little late', async () => {
    const sentAt = await sixHomes()
    await deliver(world, later(), lateOnce(500))
    expect(sentAt).toEqual([0, 0, 2.5, 2.5, 4, 4])
  })

  it('does not make up for what was missed for long', async () => {
    const sentAt = await sixHomes()
    await deliver(world, later(), lateOnce(60_000))
    expect(sentAt).toEqual([0, 0, 62, 62, 64, 64])
  })
})

function missing(): never {
  throw new Error('no message was taken')
}
