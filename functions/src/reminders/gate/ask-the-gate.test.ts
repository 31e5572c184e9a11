import { addDays, startOfDay } from '@anjiao/shared/calendar'
import type { DeliveryId } from '@anjiao/shared/ids'
import { beforeEach, describe, expect, it } from 'vitest'
import { testMchid } from '../../local/testing/given.ts'
import { noDeadline } from '../../local/testing/given-billing.ts'
import { givenCampaigns, withSms } from '../../local/testing/given-campaigns.ts'
import { givenLetters } from '../../local/testing/given-letters.ts'
import { givenOwnerInArrears } from '../../local/testing/given-plans.ts'
import { givenReminders, worldWithMessages } from '../../local/testing/given-reminders.ts'
import { testAppid, testWorld } from '../../local/testing/world.ts'
import type { Ctx } from '../../platform/context.ts'
import type { Tx } from '../../platform/database.ts'
import { pauseChannel } from '../delivery/channel-pauses.ts'
import { claim, type Lane } from '../delivery/claim.ts'
import { deliverIn } from '../delivery/deliver.ts'
import { openNotice } from '../inbox/open-notice.ts'
import { makeNotices } from '../notices/make-notices.ts'
import { remindByRules } from '../rules/remind-by-rules.ts'
import { setRule } from '../rules/rule-settings.ts'
import { askTheGate } from './ask-the-gate.ts'
import { subjectFacts } from './subject-facts.ts'

const { world: plain, clock } = await testWorld()
const { world, messages, wechat } = worldWithMessages(plain)
const taken = wechat.says
beforeEach(() => {
  clock.set('2026-11-23T10:00:00+08:00')
  messages.length = 0
  wechat.says = taken
})

type GivenAll = Awaited<ReturnType<typeof givenReminders>>
type Given = Pick<GivenAll, 'inside' | 'campaign' | 'remind'>
type Debtor = Awaited<ReturnType<GivenAll['debtor']>>

/** Another message to a home, of a campaign of its own. */
const another = async (
  given: Given,
  home: Pick<Debtor, 'householdId' | 'chargeId'>,
  over: Parameters<Given['campaign']>[0] = {},
) => given.remind(await given.campaign(over), { ...home, chargeIds: [home.chargeId] })

describe('who serves the community', () => {
  const contract = (given: Given, from: string, endedOn: string | null) =>
    given.inside(
      ({ tx, community }) => tx.run`
        insert into service_contract (community_id, name, from_date, to_date, ended_on)
        values (${community}, ${`合同 ${from}`}, ${from}, ${from.replace('20', '21')}, ${endedOn})`,
    )

  it('a community whose former contract has ended, and whose new one is in force, is reminded', async () => {
    const given = await givenReminders(world)
    await contract(given, '2020-01-01', '2025-12-31')
    await contract(given, '2026-01-01', null)
    const noticeId = await another(given, await given.debtor())
    await given.sends()
    expect(await given.deliveries(noticeId)).toMatchObject([{ state: 'sent' }])
  })

  it('one that all have ended is not, though one begins tomorrow; on the last day it still is', async () => {
    const given = await givenReminders(world)
    await contract(given, '2020-01-01', '2026-11-23')
    await contract(given, '2026-11-25', null)
    const last = await another(given, await given.debtor())
    await given.sends()
    clock.set('2026-11-24T10:00:00+08:00')
    const after = await another(given, await given.debtor())
    await given.sends()
    expect(await given.deliveries(last)).toMatchObject([{ state: 'sent' }])
    expect(await given.deliveries(after)).toMatchObject([{ why: 'contract_ended' }])
  })
})

it('the rules of a community are looked up only for messages that come from one', async () => {
  const given = await givenReminders(world)
  const home = await given.debtor()
  const campaignId = await given.campaign()
  await given.remind(campaignId, { ...home, chargeIds: [home.chargeId] })
  await given.inside((ctx) =>
    makeNotices(ctx, { rule: 'answers', kind: 'answer', channels: ['subscription'], ownerOnly: false }, [
      {
        householdId: home.householdId,
        key: 'answer:1',
        subject: { about: 'answer', event: 'dispute-answered', payload: {} },
        notBefore: ctx.now,
        notAfter: new Date(ctx.now.getTime() + 3_600_000),
      },
    ]),
  )
  const looksUp = (lane: Lane) =>
    given.inside(async (ctx) => {
      const waiting = await claim(ctx, { lane, channels: ['subscription'], most: 1 })
      const asked: string[] = []
      const rows: Tx['rows'] = (text, ...values) => {
        asked.push(text.join('?'))
        return ctx.tx.rows(text, ...values)
      }
      expect(await askTheGate({ ...ctx, tx: { ...ctx.tx, rows } }, waiting)).toMatchObject([{ kind: 'go' }])
      return asked.some((query) => query.includes('reminder_rule'))
    })
  expect(await looksUp(campaignId)).toBe(false)
  expect(await looksUp(0)).toBe(true)
})

describe('how often a home was asked', () => {
  it('is counted from the letter that went out, and not from the day on which its notice came to stand in the mini-program', async () => {
    const given = await givenLetters(world)
    await given.wording()
    const { householdId } = await given.household()
    const chargeId = await given.charge(householdId, { owes: '100.00', due: '2026-10-31' })
    const campaignId = await given.campaign({ channels: ['subscription', 'letter'] })
    const byLetter = await given.remind(campaignId, { householdId, chargeIds: [chargeId] })
    await given.sends()
    clock.advance({ days: 6 })
    await given.print({ campaignId })
    expect(await given.deliveries(byLetter)).toMatchObject([{ state: 'unreachable' }, { state: 'sending' }])
    clock.advance({ days: 1 })
    const owner = await given.person({ householdId })
    await given.answers(owner.openid, { templateId: given.templateId })
    const nextDay = await another(given, { householdId, chargeId })
    await given.sends()
    expect(await given.deliveries(nextDay)).toMatchObject([{ why: 'too_soon' }])
  })

  it('does not count what reached nobody: such a home may be reminded otherwise the next day', async () => {
    const given = await givenReminders(world)
    const home = await given.debtor({ credits: 0 })
    const first = await another(given, home)
    await given.sends()
    clock.advance({ days: 1 })
    await given.answers(home.owner.openid, { templateId: given.templateId })
    const second = await another(given, home)
    await given.sends()
    expect(await given.deliveries(first)).toMatchObject([{ state: 'unreachable' }])
    expect(await given.deliveries(second)).toMatchObject([{ state: 'sent' }])
  })

  it('a home gets four messages in 30 days, and the fifth once the first is 30 days past', async () => {
    const given = await givenReminders(world)
    const home = await given.debtor({ credits: 6 })
    const states = []
    for (const days of [0, 7, 7, 7, 7, 2]) {
      clock.advance({ days })
      const noticeId = await another(given, home)
      await given.sends()
      states.push(...(await given.deliveries(noticeId)).map(({ state, why }) => why ?? state))
    }
    expect(states).toEqual(['sent', 'sent', 'sent', 'sent', 'too_many', 'sent'])
  })

  it('counts what may have gone out, though nobody knows', async () => {
    const given = await givenReminders(world)
    const home = await given.debtor({ credits: 2 })
    wechat.says = () => ({ kind: 'unknown-outcome', why: 'timeout' })
    await another(given, home)
    await given.sends()
    wechat.says = taken
    const second = await another(given, home)
    await given.sends()
    expect(await given.deliveries(second)).toMatchObject([{ why: 'too_soon' }])
  })
})

describe('whoever sent it', () => {
  it('a rule that is switched off sends nothing of what it has queued', async () => {
    clock.set('2026-12-05T08:30:00+08:00')
    const given = await givenReminders(world)
    const set = (on: boolean) => given.inside((ctx) => setRule(ctx, { rule: 'due_today', on }))
    await set(true)
    await given.debtor({ due: '2026-12-05' })
    await remindByRules(world, new Date('2026-12-05T09:00:00+08:00'))
    await set(false)
    clock.set('2026-12-05T10:05:00+08:00')
    expect(await given.sends()).toBe(0)
    const { why } = await given.inside(
      ({ tx, community }) =>
        tx.one<{ why: string }>`select why from delivery where community_id = ${community}`,
    )
    expect(why).toBe('stopped')
  })

  it('a letter of a campaign that was done until its message came back is printed', async () => {
    const given = await givenLetters(world)
    await given.wording()
    const home = await given.debtor({ credits: 0 })
    const campaignId = await given.campaign({ channels: ['subscription', 'letter'] })
    const noticeId = await given.remind(campaignId, { ...home, chargeIds: [home.chargeId] })
    await given.sends()
    await given.inside(
      ({ tx, community, now }) => tx.run`
        update campaign set state = 'done', planned_at = ${now}, ended_at = ${now} where (community_id, id) = (${community}, ${campaignId})`,
    )
    await given.print({ campaignId })
    expect(await given.deliveries(noticeId)).toMatchObject([{ state: 'unreachable' }, { state: 'sending' }])
  })
})

describe('a notice that was read in the mini-program', () => {
  const reads = (given: Given, home: Debtor, noticeId: Parameters<typeof openNotice>[2], by = home.owner) =>
    given.inside((ctx) =>
      openNotice(
        { ...ctx, actor: { kind: 'person', personId: by.personId, relation: 'owner' } },
        home.householdId,
        noticeId,
        by.personId,
      ),
    )

  it('is not sent by SMS as well', async () => {
    const given = await givenCampaigns(withSms(world))
    await given.moreWordings()
    const home = await given.debtor({ credits: 0 })
    const inAMinute = new Date(clock.now().getTime() + 60_000)
    await given.inside((ctx) =>
      pauseChannel(ctx, 'sms', { channel: 'sms', until: inAMinute, outcome: 'limited' }),
    )
    const noticeId = await another(given, home, { channels: ['subscription', 'sms'] })
    await given.sends()
    await reads(given, home, noticeId)
    clock.advance({ minutes: 2 })
    await given.sends()
    expect(await given.deliveries(noticeId)).toMatchObject([
      { channel: 'subscription', state: 'unreachable' },
      { channel: 'sms', state: 'left_out', why: 'opened' },
    ])
  })

  it.each([
    ['no letter follows, where its owner was the reader', 'owner', { state: 'left_out', why: 'opened' }],
    ['a letter follows, where somebody of the family was', 'family', { state: 'sending', why: null }],
  ] as const)('%s', async (_, relation, letter) => {
    const given = await givenLetters(world)
    await given.wording()
    const home = await given.debtor({ credits: 0 })
    const reader =
      relation === 'owner'
        ? home.owner
        : await given.person({ householdId: home.householdId, relation: 'family' })
    const campaignId = await given.campaign({ channels: ['subscription', 'letter'] })
    const noticeId = await given.remind(campaignId, { ...home, chargeIds: [home.chargeId] })
    await given.sends()
    await reads(given, home, noticeId, reader)
    await given.print({ campaignId })
    expect(await given.deliveries(noticeId)).toMatchObject([
      { state: 'unreachable' },
      { channel: 'letter', ...letter },
    ])
  })
})

describe('an instalment', () => {
  /** An owner with a plan, and a message about its first instalment whose turn has come. */
  async function anInstalment() {
    const given = await givenOwnerInArrears(world)
    const planId = await given.signed()
    const [first] = (await given.plan(given.householdId, planId)).instalments
    if (!first) throw new Error('a plan without instalments')
    const { no, dueDate } = first
    const tell = (key: string) =>
      given.inside((ctx) =>
        makeNotices(
          ctx,
          { rule: 'instalment_in_3', kind: 'instalment', channels: ['subscription'], ownerOnly: false },
          [
            {
              householdId: given.householdId,
              key,
              subject: { about: 'instalment', planId, no, dueDate },
              notBefore: ctx.now,
              notAfter: startOfDay(addDays(ctx.today, 30)),
            },
          ],
        ),
      )
    await tell('1')
    const sends = () => deliverIn(world, given.community, noDeadline)
    const messages = () =>
      given.inside(
        ({ tx, community }) => tx.rows<{ state: string; why: string }>`
          select state, why from delivery where community_id = ${community} order by id`,
      )
    return { ...given, planId, no, dueDate, tell, sends, messages }
  }

  it('is asked for by nobody while somebody pays what its plan is about, and is again once they have not', async () => {
    const given = await anInstalment()
    await given.inside(
      ({ tx, community, now }) => tx.run`
        insert into payment_attempt (community_id, out_trade_no, household_id, payer_id, mchid, appid, openid, amount_fen, description,
                                     state, prepay_id, intent_key, created_at, expires_at, next_query_at)
        values (${community}, ${`AJ-${given.planId}`}, ${given.householdId}, ${given.owner.personId}, ${testMchid}, ${testAppid},
                ${given.owner.openid}, 10000, '物业缴费', 'prepaid', 'wx1', ${`intent-${given.planId}`}, ${now},
                ${now}::timestamptz + interval '30 minutes', ${now})`,
    )
    await given.sends()
    expect(await given.messages()).toEqual([{ state: 'waiting', why: 'paying' }])
    clock.advance({ minutes: 30 })
    await given.sends()
    expect(await given.messages()).toEqual([{ state: 'unreachable', why: 'no_wording' }])
  })

  it('asks the database as often for a hundred of them as for one', async () => {
    const given = await anInstalment()
    const { planId, no, dueDate, householdId } = given
    const asked = (many: number) =>
      given.inside(async (ctx) => {
        let statements = 0
        const tx: Ctx['tx'] = {
          ...ctx.tx,
          rows: (text, ...values) => {
            statements++
            return ctx.tx.rows(text, ...values)
          },
        }
        await subjectFacts(
          { ...ctx, tx },
          Array.from({ length: many }, (_, at) => ({
            deliveryId: at as DeliveryId,
            householdId,
            kind: 'instalment',
            chargeIds: null,
            subject: { about: 'instalment', planId, no, dueDate },
          })),
        )
        return statements
      })
    expect(await asked(100)).toBe(await asked(1))
  })
})
