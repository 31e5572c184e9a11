import pg from 'pg'
import { beforeEach, expect, it } from 'vitest'
import { givenCampaigns, withSms } from '../../local/testing/given-campaigns.ts'
import { type WechatSays, worldWithMessages } from '../../local/testing/given-reminders.ts'
import { testWorld } from '../../local/testing/world.ts'
import { inCommunity } from '../../platform/context.ts'
import { noteProof } from '../delivery/note-send-result.ts'
import { auditReminders } from './audit-reminders.ts'

const { world: plain, clock, superuserUrl } = await testWorld()
const { world, wechat } = worldWithMessages(withSms(plain))
const taken = wechat.says
beforeEach(() => {
  clock.set('2026-11-23T10:00:00+08:00')
  wechat.says = taken
})

/** Past every rule that the database holds. */
async function planting(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl })
  await client.connect()
  try {
    await client.query(`set session_replication_role = replica; ${sql}`)
  } finally {
    await client.end()
  }
}

/** A campaign to many homes, of whose messages everything became that can, and homes that were left unreminded. */
async function aCommunity() {
  await planting('truncate channel_pause')
  const given = await givenCampaigns(world)
  await given.moreWordings()
  const debtors: Awaited<ReturnType<typeof given.debtor>>[] = []
  for (let home = 0; home < 12; home++) debtors.push(await given.debtor({ credits: home === 11 ? 0 : 2 }))
  await given.manyDebtors(20)
  const campaignId = await given.running({ channels: ['subscription', 'sms', 'letter'], holdOutPercent: 25 })
  const answers: Awaited<ReturnType<WechatSays>>[] = [
    { kind: 'unknown-outcome', why: 'timeout' },
    { kind: 'refused', errcode: 43101, rid: undefined },
    { kind: 'limited', until: 'minute', errcode: 45011, rid: undefined },
  ]
  wechat.says = (message) => answers.pop() ?? taken(message)
  await given.sends()
  clock.advance({ minutes: 2 })
  await given.sends()
  const audit = () => given.inside(auditReminders)
  await given.inside(async (ctx) => {
    const { tx, community, now } = ctx
    const [arrived, bounced] = await tx.rows<{ id: Parameters<typeof noteProof>[1]; providerId: string }>`
      select id, provider_id from delivery where (community_id, state, channel) = (${community}, 'sent', 'subscription') order by id`
    if (!arrived || !bounced) throw new Error('too few were sent')
    await noteProof(ctx, arrived.id, { providerId: arrived.providerId, arrived: true, code: '0', at: now })
    await noteProof(ctx, bounced.id, { providerId: bounced.providerId, arrived: false, code: '1', at: now })
  })
  const states = await given.inside(
    ({ tx, community }) => tx.rows<{ state: string }>`
      select distinct state::text from delivery where community_id = ${community} order by 1`,
  )
  expect(states.map(({ state }) => state)).toEqual([
    'delivered',
    'failed',
    'sent',
    'unknown',
    'unreachable',
    'waiting',
  ])
  expect(await audit()).toEqual([])
  return { ...given, campaignId, audit, at: `community_id = ${given.community}` }
}

/** One message of these. */
const one = (at: string, state: string, channel = 'subscription') =>
  `(select min(id) from delivery where ${at} and state = '${state}' and channel = '${channel}')`

it.each<[string, (at: string) => string]>([
  [
    'somebody has agreed to it',
    (at) =>
      `update subscription_use set credit_id = -id where ${at} and id = (select min(id) from subscription_use where ${at})`,
  ],
  [
    'somebody has agreed to it',
    (at) => `update subscription_answer set answer = 'reject'
              where id = (select c.answer_id from subscription_use u join subscription_credit c on c.id = u.credit_id where ${at} limit 1)`,
  ],
  [
    'it stands as what it was used for',
    (at) => `update subscription_credit set state = 'free'
              where id = (select credit_id from subscription_use where ${at} and outcome = 'spent' limit 1)`,
  ],
  [
    'it used one consent of who got it',
    (at) => `delete from subscription_use where ${at} and delivery_id = ${one(at, 'sent')}`,
  ],
  [
    'it used one consent of who got it',
    (at) => `update delivery set sent_to = 'somebody else' where ${at} and id = ${one(at, 'delivered')}`,
  ],
  [
    'nothing is reserved for a message that is not under way',
    (at) => `update delivery set state = 'stopped' where ${at} and id = ${one(at, 'unknown')}`,
  ],
  [
    'something is done about it',
    (at) =>
      `delete from delivery where ${at} and notice_id = (select min(notice_id) from delivery where ${at})`,
  ],
  [
    'the channel before it reached nobody',
    (at) => `update delivery set state = 'stopped' where ${at} and id = ${one(at, 'failed')}`,
  ],
  [
    'nobody is sending it any more, and that is noted',
    (at) =>
      `update delivery set state = 'sending', leased_until = '2026-11-23T09:00:00+08:00' where ${at} and id = ${one(at, 'unknown')}`,
  ],
  [
    'what was sent stands in the mini-program',
    (at) =>
      `update notice set told_at = null, words = null where ${at} and id = (select notice_id from delivery where ${at} and id = ${one(at, 'sent')})`,
  ],
  [
    'the gate let it through, and what went out is kept',
    (at) => `update delivery set gated_at = null where ${at} and id = ${one(at, 'sent')}`,
  ],
  [
    'the gate let it through, and what went out is kept',
    (at) => `update delivery set why = 'too_soon' where ${at} and id = ${one(at, 'sent', 'sms')}`,
  ],
  [
    'the gate let it through, and what went out is kept',
    (at) => `update delivery set sent = null where ${at} and id = ${one(at, 'unknown')}`,
  ],
  [
    'its state is proven',
    (at) => `delete from delivery_evidence where ${at} and delivery_id = ${one(at, 'sent')}`,
  ],
  ['its state is proven', (at) => `delete from delivery_evidence where ${at} and proof = 'arrived'`],
  [
    'who is left unreminded has no notice of it',
    (at) =>
      `update campaign_home set held_out = true where ${at} and household_id = (select min(household_id) from notice where ${at})`,
  ],
  [
    'a home has one notice of it',
    (at) =>
      `update campaign_home set held_out = false where ${at} and held_out and household_id = (select min(household_id) from campaign_home where ${at} and held_out)`,
  ],
  [
    'its campaign was planned for its home',
    (at) =>
      `delete from campaign_home where ${at} and household_id = (select min(household_id) from notice where ${at})`,
  ],
])('the audit finds what breaks “%s”', async (rule, plant) => {
  const { audit, at } = await aCommunity()
  await planting(plant(at))
  expect((await audit()).map((found) => found.rule)).toContain(rule)
})

it('names the row, and one row for one fault', async () => {
  const { audit, at, inside } = await aCommunity()
  await planting(`delete from delivery_evidence where ${at} and delivery_id = ${one(at, 'sent')}`)
  const { id } = await inside(
    ({ tx, community }) => tx.one<{ id: number }>`
    select min(id) as id from delivery where (community_id, state, channel) = (${community}, 'sent', 'subscription')`,
  )
  expect(await audit()).toEqual([
    { subject: `delivery ${id}`, rule: 'its state is proven', booksFen: 0, storedFen: 0 },
  ])
})

it('sees nothing of another community', async () => {
  const { at } = await aCommunity()
  const other = await aCommunity()
  await planting(`delete from delivery_evidence where ${at}`)
  expect(await other.audit()).toEqual([])
  expect(
    await inCommunity(world, other.community, { kind: 'system', task: 'audit' }, auditReminders),
  ).toEqual([])
})

it('finds what the database itself would not let in', async () => {
  const { audit, at } = await aCommunity()
  await planting(`
    drop index subscription_use_once;
    update subscription_use set credit_id = (select credit_id from subscription_use where ${at} and outcome = 'spent' order by id limit 1)
     where ${at} and id = (select max(id) from subscription_use where ${at} and outcome = 'spent');
    alter table delivery drop constraint delivery_community_id_notice_id_channel_key;
    insert into delivery (community_id, notice_id, household_id, channel, send_after)
    select community_id, notice_id, household_id, channel, send_after from delivery where ${at} and id = ${one(at, 'sent')}`)
  const rules = (await audit()).map(({ rule }) => rule)
  expect(rules).toContain('it is used once')
  expect(rules).toContain('it goes once on a channel')
})
