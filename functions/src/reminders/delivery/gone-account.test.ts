import { beforeEach, describe, expect, it } from 'vitest'
import { signIn } from '../../identity/session/sign-in.ts'
import { givenReminders } from '../../local/testing/given-reminders.ts'
import { wechatWorld } from '../../local/testing/wechat-world.ts'
import { testAppid } from '../../local/testing/world.ts'
import { reachByBuilding } from '../credits/reach-by-building.ts'

const { world: emulated, emulator } = await wechatWorld()
const asked: string[] = []
const world: typeof emulated = {
  ...emulated,
  settings: { ...emulated.settings, appid: testAppid },
  wechatMp: {
    ...emulated.wechatMp,
    sendSubscribe(message) {
      asked.push(message.openid)
      return emulated.wechatMp.sendSubscribe(message)
    },
  },
}
beforeEach(() => {
  asked.length = 0
  emulator.control.reset()
})

/** A community that reminds by WeChat, then by letter. */
async function aCommunity() {
  const given = await givenReminders(world)
  const { templateId } = given
  const template = { priTmplId: templateId, title: '缴费提醒', example: '', type: 2 } as const
  emulator.control.setTemplates([
    { ...template, content: '小区:{{thing1.DATA}}\n待缴金额:{{amount2.DATA}}\n' },
  ])
  const subscribed = (openid: string) => emulator.control.subscribe({ openid, tmplIds: [templateId] })

  /** One more campaign to a home, and where its message stands then on each channel. */
  async function reminded(home: Awaited<ReturnType<typeof given.debtor>>) {
    const campaignId = await given.campaign({ channels: ['subscription', 'letter'] })
    const noticeId = await given.remind(campaignId, { ...home, chargeIds: [home.chargeId] })
    await given.sends()
    return given.deliveries(noticeId)
  }

  return {
    ...given,
    subscribed,
    reminded,
    reach: () => given.inside((ctx) => reachByBuilding(ctx, testAppid)),
  }
}

const byLetter = { channel: 'letter', state: 'waiting' }

describe('somebody whom WeChat does not know any more (40003)', () => {
  it('is tried once: the next campaign takes the next channel without asking, and their consents are not counted', async () => {
    const it = await aCommunity()
    const home = await it.debtor({ credits: 2 })
    expect(await it.reminded(home)).toMatchObject([
      { channel: 'subscription', state: 'failed', outcome: 'invalid' },
      byLetter,
    ])
    expect(await it.reminded(home)).toMatchObject([
      { channel: 'subscription', state: 'unreachable', why: 'nobody' },
      byLetter,
    ])
    expect(asked).toEqual([home.owner.openid])
    expect(await it.credits(home.owner)).toBe(0)
    expect(await it.reach()).toMatchObject([{ homes: 1, bound: 0, withCredit: 0, credits: 0 }])
  })

  it('gives way to family whom the owner has linked', async () => {
    const it = await aCommunity()
    const home = await it.debtor()
    await it.reminded(home)
    const { openid } = await it.person({ householdId: home.householdId, relation: 'family' })
    await it.answers(openid, { templateId: it.templateId })
    it.subscribed(openid)
    expect(await it.reminded(home)).toMatchObject([{ channel: 'subscription', state: 'sent' }])
    expect(await it.reach()).toMatchObject([{ bound: 1, withCredit: 0 }])
  })

  it('is written to again when they have signed in again, by the consents that they had', async () => {
    const it = await aCommunity()
    const home = await it.debtor()
    const { openid } = home.owner
    await it.reminded(home)
    await signIn(world, emulator.control.tap({ kind: 'login', openid }).code)
    it.subscribed(openid)
    expect(await it.credits(home.owner)).toBe(1)
    expect(await it.reminded(home)).toMatchObject([{ channel: 'subscription', state: 'sent' }])
    expect(asked).toEqual([openid, openid])
  })

  it('is nobody whose message WeChat refused for another reason', async () => {
    const it = await aCommunity()
    const home = await it.debtor()
    it.subscribed(home.owner.openid)
    emulator.control.fault({ match: 'subscribe/send', action: 'errcode', errcode: 47003 })
    expect(await it.reminded(home)).toMatchObject([{ state: 'failed', outcome: 'invalid' }, byLetter])
    expect(await it.reminded(home)).toMatchObject([{ channel: 'subscription', state: 'sent' }])
  })

  it('may be told of by several messages at once', async () => {
    const it = await aCommunity()
    const home = await it.debtor({ credits: 2 })
    const { householdId } = await it.household()
    await it.inside(
      ({ tx, community }) => tx.run`
        insert into membership (community_id, household_id, person_id, relation)
        values (${community}, ${householdId}, ${home.owner.personId}, 'owner')`,
    )
    const chargeId = await it.charge(householdId, { owes: '100.00', due: '2026-10-31' })
    const campaignId = await it.campaign()
    const notices = [
      await it.remind(campaignId, { ...home, chargeIds: [home.chargeId] }),
      await it.remind(campaignId, { householdId, chargeIds: [chargeId] }),
    ]
    expect(await it.sends()).toBe(2)
    for (const notice of notices) expect(await it.deliveries(notice)).toMatchObject([{ outcome: 'invalid' }])
    expect(await it.reach()).toMatchObject([{ bound: 0 }])
  })
})
