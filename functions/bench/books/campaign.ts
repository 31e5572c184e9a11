import type pg from 'pg'
import { fieldsOf, sampleTemplates } from '../../src/local/emulator/template-list.ts'
import { everybody } from '../../src/reminders/campaigns/segment.ts'
import type { Merchant } from '../harness/merchant.ts'
import { fillBillsAndOrders } from './bills-and-orders.ts'
import { continueIdentities } from './homes.ts'

/** What meets a few homes of every hundred, by the last two digits of their number. All others get their message. */
export const fates = {
  /** They wish to hear from us after eleven, and it is ten. */
  late: [7],
  withoutConsent: [13],
  /** They are just paying. */
  paying: [21],
  notToBeContacted: [34],
  /** We count an agreement that WeChat does not know of. */
  refused: [55, 89],
} as const

export type Fate = keyof typeof fates

export const meets = (home: string, fate: Fate): string => `${home} % 100 in (${fates[fate].join(', ')})`

/** How messages to homes of each fate end; all others are sent, or nobody knows. */
export type Ends = Readonly<Record<Fate, string>>

/** Within an hour of ten o'clock. */
export const endsAtOnce: Ends = {
  late: 'waiting hour',
  withoutConsent: 'unreachable no_credit',
  paying: 'waiting paying',
  notToBeContacted: 'left_out do_not_contact',
  refused: 'failed refused',
}

const openMonths = 3

/**
 * One community where every home owes three months and its owner has agreed to one message, but for those whom fate has
 * something else in store for; and a campaign that is to remind all of them.
 */
export async function fillCampaign(
  client: pg.Client,
  { mchid, appid }: Merchant,
  { homes, perMinute = null }: { readonly homes: number; readonly perMinute?: number | null },
): Promise<void> {
  const merchant = { mchid, appid }
  const books = {
    communities: 1,
    households: homes,
    merchant,
    paidMonths: 0,
    openMonths,
    since: '2026-07-01',
  }
  await client.query('begin')
  await fillBillsAndOrders(client, books)
  await client.query(`
    delete from payment_attempt_charge
     where attempt_id in (select id from payment_attempt where not ${meets('household_id', 'paying')});
    delete from payment_attempt where not ${meets('household_id', 'paying')};
    insert into service_contract (community_id, name, from_date) values (1, '前期物业服务合同', '2020-01-01');
    insert into contact_wish (community_id, household_id, from_hour, stop, changed_at, changed_by)
    select 1, id, case when ${meets('id', 'late')} then 11 else 9 end,
           case when ${meets('id', 'notToBeContacted')} then 'asked'::contact_stop end, '2026-11-01T00:00:00Z', 'system:bench'
      from household where ${meets('id', 'late')} or ${meets('id', 'notToBeContacted')};
    insert into campaign (community_id, id, name, segment, channels, starts_at, per_minute, hold_out_percent, state, made_by,
                          made_at, started_at, ended_at) overriding system value
    values (1, 1, '年底提醒', '${JSON.stringify(everybody)}', '{subscription}', '2026-11-23T01:00:00Z', ${perMinute ?? 'null'}, 0, 'running', 1,
            '2026-11-22T01:00:00Z', '2026-11-23T01:00:00Z', null),
           (1, 2, '秋季提醒', '${JSON.stringify(everybody)}', '{subscription}', '${autumn}', null, 0, 'done', 1, '${autumn}', '${autumn}', '${autumn}')`)
  await fillConsents(client, appid)
  await client.query(autumnCampaign(appid))
  await continueIdentities(client)
  await client.query('commit')
}

/** Long enough ago that nobody is spared because of it. */
const autumn = '2026-10-01T02:00:00Z'

/** What a campaign to all homes has left behind: this one is not the first. */
const autumnCampaign = (appid: string) => `
  insert into campaign_home (community_id, campaign_id, household_id, held_out, charge_ids, open_fen)
  select 1, 2, id, false, array[id * ${openMonths}], 10000 from household;
  insert into notice (community_id, household_id, kind, key, campaign_id, charge_ids, subject, channels, made_at, not_after,
                      words, told_at)
  select 1, id, 'reminder', 'campaign:2', 2, array[id * ${openMonths}], '{"about": "charges", "beforeDue": false}',
         '{subscription}', '${autumn}', '2026-10-09T00:00:00Z',
         '{"title": "账单待查看", "text": "", "facts": [], "goal": "bills", "goalId": null}', '${autumn}'
    from household order by id;
  insert into delivery (community_id, notice_id, household_id, channel, lane, state, send_after, tries, outcome, wording_id,
                        person_id, sent_to, sent, provider_id, gated_at, sent_at, ended_at)
  select 1, n.id, n.household_id, 'subscription', 2, 'delivered', '${autumn}', 1, 'accepted', w.id, n.household_id,
         'openid-' || n.household_id,
         jsonb_build_object('channel', 'subscription', 'templateId', w.template_id, 'page', '', 'data', w.fields),
         'autumn-' || n.id, '${autumn}', '${autumn}', '${autumn}'
    from notice n, notice_wording w order by n.id;
  insert into delivery_evidence (community_id, delivery_id, proof, at, note, told_by)
  select 1, id, proof::delivery_proof, '${autumn}', provider_id, 'provider'
    from delivery, unnest(array['accepted', 'arrived']) as proof order by id;
  with answered as (
    insert into subscription_answer (appid, openid, template_id, answer, told_by, change, at)
    select '${appid}', sent_to, sent ->> 'templateId', 'accept', 'wechat', false, '2026-09-01T00:00:00Z' from delivery order by id
    returning *
  ), credit as (
    insert into subscription_credit (answer_id, appid, openid, template_id, granted_at, state)
    select id, appid, openid, template_id, at, 'used' from answered
    returning id, openid
  )
  insert into subscription_use (community_id, credit_id, delivery_id, reserved_at, outcome, ended_at)
  select 1, credit.id, d.id, '${autumn}', 'spent', '${autumn}' from credit join delivery d on d.sent_to = credit.openid`

async function fillConsents(client: pg.Client, appid: string): Promise<void> {
  const { reminder } = sampleTemplates(appid)
  const fields = fieldsOf(reminder).map(({ key }) => ({ key, label: '', options: [] }))
  await client.query(
    `insert into wechat_template (appid, template_id, title, fields, synced_at)
     values ($1, $2, $3, $4, '2026-11-01T00:00:00Z')`,
    [appid, reminder.priTmplId, reminder.title, JSON.stringify(fields)],
  )
  await client.query(
    `insert into notice_wording (community_id, kind, channel, appid, template_id, fields, text, published_at, published_by)
     values (1, 'reminder', 'subscription', $1, $2, $3, '', '2026-11-01T00:00:00Z', 'system:bench')`,
    [appid, reminder.priTmplId, JSON.stringify(wording)],
  )
  await client.query(
    `with answered as (
       insert into subscription_answer (appid, openid, template_id, answer, told_by, change, at)
       select appid, openid, $1, 'accept', 'wechat', false, '2026-11-02T00:00:00Z'
         from wechat_account where not ${meets('person_id', 'withoutConsent')} order by person_id
       returning id, appid, openid, template_id, at
     )
     insert into subscription_credit (answer_id, appid, openid, template_id, granted_at)
     select id, appid, openid, template_id, at from answered`,
    [reminder.priTmplId],
  )
}

export const remark = '账单待查看，点开看明细'

const wording = {
  thing1: { value: 'room' },
  thing2: { value: 'item' },
  amount3: { value: 'amount' },
  date4: { value: 'due_date' },
  thing5: { text: remark },
}
