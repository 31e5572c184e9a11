import type { DeliveryId, NoticeId } from '@anjiao/shared/ids'
import { beforeEach, describe, expect, it } from 'vitest'
import { givenReminders, worldWithMessages } from '../../local/testing/given-reminders.ts'
import { testWorld } from '../../local/testing/world.ts'
import { asSystem } from '../../platform/context.ts'
import { resolveUnknown } from '../inbox/resolve-unknown.ts'
import { noteSendResult } from './note-send-result.ts'

const { world: plain, clock } = await testWorld()
const { world, messages, wechat } = worldWithMessages(plain)
const taken = wechat.says
beforeEach(() => {
  clock.set('2026-11-23T10:00:00+08:00')
  messages.length = 0
  wechat.says = taken
})
const getsNoAnswer = () => {
  wechat.says = () => ({ kind: 'unknown-outcome', why: 'timeout' })
}
const tells = (openid: string, templateId: string, providerId: string, arrived = true) =>
  asSystem(world, 'test', (ctx) =>
    noteSendResult(ctx, {
      providerId,
      appid: world.settings.appid,
      openid,
      templateId,
      arrived,
      code: arrived ? '0' : '1',
      at: ctx.now,
    }),
  )

/** Somebody with a home in each of two communities, whose messages are of one template. */
async function twoHomes() {
  const one = await givenReminders(world)
  const other = await givenReminders(world)
  const home = await one.debtor({ credits: 3 })
  const { openid, personId } = home.owner
  await other.inside(
    ({ tx, community, now }) => tx.run`
      insert into notice_wording (community_id, kind, channel, appid, template_id, fields, text, replaces, published_at, published_by)
      select ${community}, kind, channel, appid, ${one.templateId}, fields, text, id, ${now}, 'system:test'
        from notice_wording where community_id = ${community}`,
  )
  const { householdId } = await other.household()
  const chargeId = await other.charge(householdId, { owes: '100.00', due: '2026-10-31' })
  await other.inside(
    ({ tx, community, now }) => tx.run`
      insert into membership (community_id, household_id, person_id, relation, created_at)
      values (${community}, ${householdId}, ${personId}, 'owner', ${now})`,
  )
  return {
    openid,
    templateId: one.templateId,
    one: {
      ...one,
      noticeId: await one.remind(await one.campaign(), { ...home, chargeIds: [home.chargeId] }),
    },
    other: {
      ...other,
      noticeId: await other.remind(await other.campaign(), { householdId, chargeIds: [chargeId] }),
    },
  }
}

describe('what WeChat tells of a message', () => {
  it('proves that message, and no other of the same person whose fate is not known', async () => {
    for (const order of ['the lost one first', 'the lost one second']) {
      const { one, other, openid, templateId } = await twoHomes()
      const [lost, sent] = order === 'the lost one first' ? [one, other] : [other, one]
      getsNoAnswer()
      await lost.sends()
      clock.advance({ minutes: 5 })
      wechat.says = () => ({ kind: 'ok', msgId: `of-${sent.community}` })
      await sent.sends()
      await tells(openid, templateId, `of-${sent.community}`)
      expect(await lost.deliveries(lost.noticeId)).toMatchObject([{ state: 'unknown' }])
      expect(await sent.deliveries(sent.noticeId)).toMatchObject([{ state: 'delivered' }])
    }
  })

  it('proves nothing where it may be of either of two', async () => {
    const { one, other, openid, templateId } = await twoHomes()
    getsNoAnswer()
    await one.sends()
    await other.sends()
    await tells(openid, templateId, 'of-either')
    expect(await one.deliveries(one.noticeId)).toMatchObject([{ state: 'unknown' }])
    expect(await other.deliveries(other.noticeId)).toMatchObject([{ state: 'unknown' }])
  })

  it('is of the one that is just being sent, rather than of one that was lost before', async () => {
    const { one, other, openid, templateId } = await twoHomes()
    getsNoAnswer()
    await one.sends()
    wechat.says = async () => {
      await tells(openid, templateId, 'before-the-answer')
      return { kind: 'ok', msgId: 'before-the-answer' }
    }
    await other.sends()
    expect(await one.deliveries(one.noticeId)).toMatchObject([{ state: 'unknown' }])
    expect(await other.deliveries(other.noticeId)).toMatchObject([{ state: 'delivered' }])
  })
})

describe('of a message that somebody has given up and sends again', () => {
  async function sentAgain() {
    const given = await givenReminders(world)
    const home = await given.debtor()
    const noticeId: NoticeId = await given.remind(
      await given.campaign({ channels: ['subscription', 'sms'] }),
      {
        ...home,
        chargeIds: [home.chargeId],
      },
    )
    getsNoAnswer()
    await given.sends()
    wechat.says = taken
    const manager = await given.staff('manager')
    const actor = { kind: 'staff', personId: manager.personId, roles: ['manager'] } as const
    await given.inside(async (ctx) => {
      const { id } = await ctx.tx.one<{ id: DeliveryId }>`
        select id from delivery where (community_id, notice_id) = (${ctx.community}, ${noticeId})`
      await resolveUnknown({ ...ctx, actor }, id, { resolution: 'send_again', note: '电话核对，没有收到' })
    })
    return { ...given, ...home, noticeId, stands: () => given.deliveries(noticeId) }
  }

  it('WeChat tells in time that it arrived: it does not go twice, and its consent is used', async () => {
    const it = await sentAgain()
    await tells(it.owner.openid, it.templateId, 'late')
    expect(await it.stands()).toMatchObject([{ state: 'delivered' }])
    expect(await it.credits(it.owner)).toBe(0)
    expect(await it.sends()).toBe(0)
    expect(messages).toEqual([])
  })

  it('WeChat tells in time that it did not: the next channel has its turn', async () => {
    const it = await sentAgain()
    await tells(it.owner.openid, it.templateId, 'late', false)
    expect(await it.stands()).toMatchObject([{ state: 'failed' }, { channel: 'sms', state: 'waiting' }])
  })
})
