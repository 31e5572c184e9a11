import type { HouseholdId, NoticeId } from '@anjiao/shared/ids'
import { quotaReservePercent } from '@anjiao/shared/notice-limits'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { givenCampaigns } from '../../local/testing/given-campaigns.ts'
import { wechatWorld } from '../../local/testing/wechat-world.ts'
import { testAppid } from '../../local/testing/world.ts'
import { asSystem } from '../../platform/context.ts'
import { setRule } from '../rules/rule-settings.ts'
import { tellOfReceipt } from '../rules/tell-of-receipt.ts'
import { quotaOf, readQuota } from './send-quota.ts'

const { world: emulated, emulator, advance } = await wechatWorld()
let readings = 0
const world: typeof emulated = {
  ...emulated,
  settings: { ...emulated.settings, appid: testAppid },
  wechatMp: {
    ...emulated.wechatMp,
    sendQuota() {
      readings++
      return emulated.wechatMp.sendQuota()
    },
  },
}
const daysApart = 40

/** At ten in the morning, on a day on which nobody has sent anything. */
beforeEach(async () => {
  emulator.control.reset()
  const ten = new Date(
    `${new Date(world.clock.now().getTime() + daysApart * 86_400_000).toISOString().slice(0, 10)}T02:00:00Z`,
  )
  await emulator.clock.set(ten)
  readings = 0
})

const sentToday = () =>
  emulator.control.messages().filter(({ atMs }) => atMs > world.clock.now().getTime() - 14 * 3_600_000)

/** A community with homes that owe, whose owners have agreed to be reminded, and a quota. */
async function aCommunity({ homes, quota }: { homes: number; quota: number }) {
  const given = await givenCampaigns(world)
  const receiptTemplate = await given.template()
  await given.inside(
    ({ tx, now, community }) => tx.run`
      insert into notice_wording (community_id, kind, channel, appid, template_id, fields, text, published_at, published_by)
      values (${community}, 'receipt', 'subscription', ${testAppid}, ${receiptTemplate}, '{"thing1": {"value": "community"}}', '', ${now},
              'system:test')`,
  )
  const template = { example: '', type: 2 } as const
  emulator.control.setTemplates([
    {
      ...template,
      priTmplId: given.templateId,
      title: '缴费提醒',
      content: '小区:{{thing1.DATA}}\n待缴金额:{{amount2.DATA}}\n',
    },
    { ...template, priTmplId: receiptTemplate, title: '缴费成功', content: '小区:{{thing1.DATA}}\n' },
  ])
  const debtors: Awaited<ReturnType<typeof given.debtor>>[] = []
  for (let home = 0; home < homes; home++) {
    const debtor = await given.debtor()
    const { openid } = debtor.owner
    emulator.control.subscribe({ openid, tmplIds: [given.templateId, receiptTemplate] })
    await given.answers(openid, { templateId: receiptTemplate, in: -5 })
    debtors.push(debtor)
  }
  emulator.control.dailyLimit(quota)

  /** A home pays, and is to be told that it was received. */
  async function pays(at: number): Promise<void> {
    const { householdId, chargeId } = debtors[at] ?? missing()
    await given.settle(chargeId, '100.00')
    await given.inside(async (ctx) => {
      const { tx, community, now } = ctx
      const { id } = await tx.one<{ id: Parameters<typeof tellOfReceipt>[1] }>`
        insert into payment (community_id, household_id, method, external_id, amount_fen, paid_at, entry_id)
        values (${community}, ${householdId}, 'wechat', ${`wx-${chargeId}`}, 10000, ${now},
                (select max(id) from entry where community_id = ${community}))
        returning id`
      await tellOfReceipt(ctx, id)
    })
  }

  /** What a rule, and no campaign, asks a home for. */
  const byRule = (householdId: HouseholdId): Promise<NoticeId> =>
    given.inside(async ({ tx, community, now }) => {
      const { id } = await tx.one<{ id: NoticeId }>`
        with noticed as (
          insert into notice (community_id, household_id, kind, key, rule, charge_ids, subject, channels, made_at, not_after)
          select ${community}, ${householdId}, 'reminder', 'test:rule', 'overdue_7', array_agg(id), '{"about": "charges", "beforeDue": false}',
                 '{subscription}', ${now}, ${now}::timestamptz + interval '7 days'
            from charge where (community_id, household_id) = (${community}, ${householdId})
          returning id
        ), queued as (
          insert into delivery (community_id, notice_id, household_id, channel, send_after)
          select ${community}, id, ${householdId}, 'subscription', ${now} from noticed
        )
        select id from noticed`
      return id
    })

  return { ...given, debtors, pays, byRule }
}

it('what may ask is what is left but for a reserve, never less than none, whatever the limit', () => {
  fc.assert(
    fc.property(fc.nat(30_000_000), fc.integer({ min: -10, max: 30_000_000 }), (limit, left) => {
      const quota = quotaOf(limit, left)
      expect(quota.left).toBe(Math.max(0, left))
      expect(quota.leftToAsk).toBeLessThanOrEqual(quota.left)
      if (quota.leftToAsk > 0)
        expect(quota.left - quota.leftToAsk).toBeGreaterThanOrEqual((limit * quotaReservePercent) / 100)
    }),
  )
  expect(quotaOf(10, 10)).toEqual({ left: 10, leftToAsk: 9 })
})

describe('a campaign to more homes than WeChat takes in a day', () => {
  it('sends today what leaves a reserve, and the rest when the quota begins anew: none is lost, none goes twice', async () => {
    const it = await aCommunity({ homes: 25, quota: 10 })
    const id = await it.running()
    for (let minute = 0; minute < 5; minute++) {
      await it.sends()
      await advance(60)
    }
    expect(sentToday()).toHaveLength(9)
    expect(await it.progress(id)).toMatchObject({ waiting: 16, standsBecause: 'quota' })

    await advance(14 * 3_600)
    emulator.control.dailyLimit(100)
    expect((await it.progress(id)).standsBecause).toBeNull()
    await advance(9 * 3_600)
    await it.sends()
    const reached = it.debtors.map(({ owner }) => emulator.control.messages({ openid: owner.openid }).length)
    expect(reached).toEqual(reached.map(() => 1))
    await it.minute()
    expect((await it.look(id)).campaign.state).toBe('done')
  })

  it('leaves receipts their way', async () => {
    const it = await aCommunity({ homes: 12, quota: 10 })
    await it.running()
    await it.sends()
    expect(sentToday()).toHaveLength(9)
    await it.inside(
      ({ tx, community, today }) => tx.run`
      insert into reminder_rule (community_id, rule, is_on, channels, hour, since, done_through, changed_by)
      values (${community}, 'receipt', true, '{subscription}', 9, '-infinity', ${today}, 'system:test')
      on conflict (community_id, rule) do update set is_on = true, channels = '{subscription}'`,
    )
    await it.pays(0)
    expect(await it.sends()).toBe(1)
    expect(sentToday()).toHaveLength(10)
    await it.pays(1)
    expect(await it.sends()).toBe(0)
  })

  it('is told beforehand that it does not fit today', async () => {
    const it = await aCommunity({ homes: 12, quota: 10 })
    expect((await it.tryOut()).quota).toEqual({ left: 9, fitsToday: false })
    emulator.control.dailyLimit(20)
    await advance(60)
    expect((await it.tryOut()).quota).toEqual({ left: 19, fitsToday: true })
  })

  it('keeps to it with any number of senders at once', async () => {
    const it = await aCommunity({ homes: 40, quota: 20 })
    await it.running()
    await it.running()
    await readQuota(world)
    await Promise.all(Array.from({ length: 5 }, () => it.sends()))
    expect(sentToday()).toHaveLength(19)
  })

  it('goes on by other channels', async () => {
    const it = await aCommunity({ homes: 12, quota: 10 })
    await it.inside(
      ({ tx, now, community }) => tx.run`
        insert into notice_wording (community_id, kind, channel, template_id, fields, text, published_at, published_by)
        values (${community}, 'reminder', 'sms', '2100004',
                '{"1": {"value": "community"}, "2": {"value": "room"}, "3": {"value": "amount"}}', '{1}{2}{3}', ${now}, 'system:test')`,
    )
    await it.running()
    await it.sends()
    await it.household()
    const { householdId } = await it.household()
    await it.charge(householdId, { owes: '100.00', due: '2026-10-31' })
    await it.running({ channels: ['sms'] })
    const before = emulator.control.sms().length
    await it.sends()
    expect(emulator.control.sms().length).toBeGreaterThan(before)
    expect(sentToday()).toHaveLength(9)
  })
})

it('what a rule asks for waits for tomorrow as well, and says why', async () => {
  const it = await aCommunity({ homes: 12, quota: 10 })
  await it.inside((ctx) => setRule(ctx, { rule: 'overdue_7', on: true }))
  const notices: NoticeId[] = []
  for (const { householdId } of it.debtors) notices.push(await it.byRule(householdId))
  await it.sends()
  await it.sends()
  expect(sentToday()).toHaveLength(9)
  const states = (await Promise.all(notices.map(it.deliveries))).flat()
  const waiting = states.filter(({ state }) => state === 'waiting')
  expect(waiting.map(({ why }) => why)).toEqual(['quota', 'quota', 'quota'])
  await advance(23 * 3_600)
  emulator.control.dailyLimit(100)
  expect(await it.sends()).toBe(3)
})

describe('WeChat', () => {
  it('is asked at most once a minute, and not at all while nothing is due', async () => {
    const it = await aCommunity({ homes: 4, quota: 1_000 })
    await it.sends()
    expect(readings).toBe(0)
    const id = await it.running({ perMinute: 30 })
    for (let second = 0; second < 59; second += 4) {
      await it.sends()
      await advance(4)
    }
    expect(await it.progress(id)).toMatchObject({ waiting: 0, sent: 4 })
    expect(readings).toBe(1)
  })

  it('counts what others send in the same name', async () => {
    const it = await aCommunity({ homes: 12, quota: 20 })
    await readQuota(world)
    emulator.control.dailyLimit(6)
    await advance(60)
    await it.running()
    await it.sends()
    expect(sentToday()).toHaveLength(5)
  })

  it('that does not say is sent to until it takes no more', async () => {
    const it = await aCommunity({ homes: 12, quota: 10 })
    emulator.control.fault({ match: '/cgi-bin/openapi/quota/get', action: '500' })
    const id = await it.running()
    await it.sends()
    expect(sentToday()).toHaveLength(10)
    expect(await it.progress(id)).toMatchObject({ waiting: 2, standsBecause: 'quota' })
    await asSystem(world, 'test', ({ tx }) => tx.run`update channel_pause set paused_until = '2020-01-01'`)
  })
})

function missing(): never {
  throw new Error('no such home')
}
