import type { WhyNotSend } from '@anjiao/shared/notice-life'
import type { HoldMatter } from '@anjiao/shared/vocabulary'
import { beforeEach, expect, it } from 'vitest'
import { keepHolds } from '../../billing/index.ts'
import { cancelWithLateFees } from '../../ledger/index.ts'
import { testMchid } from '../../local/testing/given.ts'
import { givenReminders, worldWithMessages } from '../../local/testing/given-reminders.ts'
import { testAppid, testWorld } from '../../local/testing/world.ts'

const { world: plain, clock } = await testWorld()
const { world, messages } = worldWithMessages(plain)
beforeEach(() => {
  clock.set('2026-11-23T10:00:00+08:00')
  messages.length = 0
})

/** A message of a campaign to a home that owes, whose turn comes now. */
async function aMessage() {
  const given = await givenReminders(world)
  const home = await given.debtor({ credits: 2 })
  const campaignId = await given.campaign()
  const noticeId = await given.remind(campaignId, { ...home, chargeIds: [home.chargeId] })
  return { ...given, ...home, campaignId, noticeId }
}
type Planned = Awaited<ReturnType<typeof aMessage>>

const held = (matter: HoldMatter) => (it: Planned) =>
  it.inside((ctx) =>
    keepHolds(ctx, { matter, subjectId: it.chargeId, householdId: it.householdId }, [
      { chargeId: it.chargeId, granted: false, from: ctx.today, to: null },
    ]),
  )

/** Somebody of the home has an order of WeChat open, and has not paid it yet. */
const orders = (it: Planned) =>
  it.inside(
    ({ tx, community, now }) => tx.run`
      insert into payment_attempt (community_id, out_trade_no, household_id, payer_id, mchid, appid, openid, amount_fen, description,
                                   state, prepay_id, intent_key, created_at, expires_at, next_query_at)
      values (${community}, ${`AJ-${it.chargeId}`}, ${it.householdId}, ${it.owner.personId}, ${testMchid}, ${testAppid},
              ${it.owner.openid}, 10000, '物业缴费', 'prepaid', 'wx1', ${`intent-${it.chargeId}`}, ${now},
              ${now}::timestamptz + interval '30 minutes', ${now})`,
  )

const staffNote = (it: Planned) =>
  it.inside(
    ({ tx, community, now }) => tx.run`
      insert into contact_wish (community_id, household_id, stop, changed_at, changed_by)
      values (${community}, ${it.householdId}, 'represented', ${now}, 'system:test')`,
  )

const complains = (it: Planned) =>
  it.inside(
    ({ tx, community, now, today }) => tx.run`
      insert into reminder_complaint (community_id, household_id, notice_id, asked_by, text, asked_at, reply_by)
      values (${community}, ${it.householdId}, ${it.noticeId}, ${it.owner.personId}, '已经缴过了', ${now}, ${today})`,
  )

const isSold = (it: Planned) =>
  it.inside(
    ({ tx, community, today }) => tx.run`
      update household set to_date = ${today}::date - 1 where (community_id, id) = (${community}, ${it.householdId})`,
  )

/** By a letter of a rule, say, that was handed over yesterday. */
const isRemindedOtherwise = (it: Planned) =>
  it.inside(
    ({ tx, community, now }) => tx.run`
      with noticed as (
        insert into notice (community_id, household_id, kind, key, rule, charge_ids, subject, channels, made_at, not_after, words, told_at)
        values (${community}, ${it.householdId}, 'reminder', 'overdue_7:2026-10-31', 'overdue_7', array[${it.chargeId}::bigint],
                '{"about": "charges", "beforeDue": false}', '{letter}', ${now}, ${now}, '{}', ${now}::timestamptz - interval '1 day')
        returning id, told_at)
      insert into delivery (community_id, notice_id, household_id, channel, state, send_after, gated_at, sent_at, ended_at)
      select ${community}, id, ${it.householdId}, 'letter', 'delivered', told_at, told_at, told_at, told_at from noticed`,
  )

it.each<[WhyNotSend, string, (it: Planned) => unknown]>([
  ['nothing_open', 'its home has paid', (it) => it.settle(it.chargeId, '100.00')],
  [
    'nothing_open',
    'what it asks for was cancelled',
    (it) => it.inside((ctx) => cancelWithLateFees(ctx, it.chargeId, { memo: '作废' })),
  ],
  ['paying', 'somebody is just paying', orders],
  ['held', 'a plan was asked for', held('plan')],
  ['held', 'a deferral was asked for', held('deferral')],
  ['held', 'relief was asked for', held('relief')],
  ['held', 'it is disputed', held('dispute')],
  ['too_soon', 'the home was reminded otherwise', isRemindedOtherwise],
  ['complaint_open', 'somebody has complained of a reminder', complains],
  ['do_not_contact', 'the owner has a lawyer now', staffNote],
  ['transferred', 'the home was sold', isSold],
  ['hour', 'it has become late', () => clock.set('2026-11-23T20:00:00+08:00')],
  [
    'no_credit',
    'the owner wants no more messages',
    (it) => it.answers(it.owner.openid, { templateId: it.templateId, answer: 'reject', change: true }),
  ],
])('a message that was planned does not go (%s): since then %s', async (why, _, happens) => {
  const it = await aMessage()
  await happens(it)
  await it.sends()
  expect(messages).toEqual([])
  expect(await it.deliveries(it.noticeId)).toMatchObject([{ why }])
  expect(await it.credits(it.owner)).toBe(why === 'no_credit' ? 0 : 2)
})
