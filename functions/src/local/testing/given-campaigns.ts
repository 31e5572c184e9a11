import type { CampaignMove } from '@anjiao/shared/campaign-terms'
import type { CampaignProgress, NewCampaign } from '@anjiao/shared/contract/campaigns'
import type { CampaignId, CampaignStepId, HouseholdId } from '@anjiao/shared/ids'
import type { World } from '../../platform/context.ts'
import type { Caller } from '../../platform/http/routes.ts'
import { continueCampaigns } from '../../reminders/campaigns/continue-campaigns.ts'
import { campaignsRoutes } from '../../reminders/campaigns/routes.ts'
import { everybody } from '../../reminders/campaigns/segment.ts'
import { noDeadline } from './given-billing.ts'
import { givenReminders } from './given-reminders.ts'

/** A campaign to everybody by WeChat, at once, without a hold-out group. */
export const aCampaign = (over: Partial<NewCampaign> = {}): NewCampaign => ({
  name: '年底提醒',
  segment: everybody,
  channels: ['subscription'],
  startsAt: null,
  perMinute: null,
  holdOutPercent: 0,
  ...over,
})

const presses = {
  submit: 'submit',
  approve: 'approve',
  send_back: 'send-back',
  take_back: 'take-back',
  start: 'start',
  pause: 'pause',
  resume: 'resume',
  stop: 'stop',
} as const satisfies Record<Exclude<CampaignMove, 'edit'>, string>

let made = 0

/** A world whose SMS provider takes every message, and knows of none what became of it. */
export const withSms = (world: World): World => ({
  ...world,
  sms: {
    send: () => Promise.resolve({ kind: 'ok', serialNo: `sms-${++made}`, fee: 1 }),
    statusOf: () => Promise.resolve({ kind: 'not-yet' }),
  },
})

/** A community that reminds, with a manager who builds campaigns, and ways to press and to let time pass. */
export async function givenCampaigns(world: World) {
  const given = await givenReminders(world)
  const { community, inside } = given
  const manager = await given.staff('manager')

  const asked = (caller: Caller) => ({ world, idempotencyKey: '', askedFrom: '', caller })
  const list = { communityId: community }
  const one = (campaignId: CampaignId) => ({ communityId: community, campaignId })

  const draft = (over: Partial<NewCampaign> = {}, caller = manager) =>
    campaignsRoutes['POST /v1/staff/communities/:communityId/campaigns']({
      ...asked(caller),
      params: list,
      body: aCampaign(over),
    })
  /** The last step of a campaign, as whoever looks now sees it. */
  const lastStep = (id: CampaignId): Promise<CampaignStepId> =>
    inside(async ({ tx }) => {
      const { last } = await tx.one<{ last: CampaignStepId }>`
        select coalesce(max(id), 0) as last from campaign_event where (community_id, campaign_id) = (${community}, ${id})`
      return last
    })
  const change = async (
    id: CampaignId,
    over: Partial<NewCampaign>,
    caller = manager,
    seen?: CampaignStepId,
  ) =>
    campaignsRoutes['PUT /v1/staff/communities/:communityId/campaigns/:campaignId']({
      ...asked(caller),
      params: one(id),
      body: { ...aCampaign(over), seen: seen ?? (await lastStep(id)) },
    })
  const press = async (
    id: CampaignId,
    move: Exclude<CampaignMove, 'edit'>,
    caller = manager,
    seen?: CampaignStepId,
  ) =>
    campaignsRoutes[
      `POST /v1/staff/communities/:communityId/campaigns/:campaignId/${presses[move]}` as const
    ]({ ...asked(caller), params: one(id), body: { seen: seen ?? (await lastStep(id)) } })
  const look = (id: CampaignId, caller = manager) =>
    campaignsRoutes['GET /v1/staff/communities/:communityId/campaigns/:campaignId']({
      ...asked(caller),
      params: one(id),
    })
  const tryOut = (over: Partial<NewCampaign> & { campaignId?: CampaignId } = {}, caller = manager) =>
    campaignsRoutes['POST /v1/staff/communities/:communityId/campaigns/dry-run']({
      ...asked(caller),
      params: list,
      body: { ...aCampaign(over), ...(over.campaignId !== undefined && { campaignId: over.campaignId }) },
    })

  /** What the schedule does every minute. */
  const minute = (deadline = noDeadline) => continueCampaigns(world, deadline)

  /** A campaign that has begun and is planned. */
  async function running(over: Partial<NewCampaign> = {}): Promise<CampaignId> {
    const { id } = await draft(over)
    await press(id, 'submit')
    await minute()
    return id
  }

  /** Many homes that owe 100.00 yuan each since October, as one statement. */
  async function manyDebtors(count: number): Promise<void> {
    const item = await given.feeItem('物业服务费')
    await given.household()
    made += count
    await inside(
      ({ tx, today }) => tx.run`
        with room as (
          insert into room (community_id, building_id, key, unit, room_no, area_hundredths)
          select ${community}::integer, (select max(id) from building where community_id = ${community}), 'many/' || g, '1单元', g::text, 9000
            from generate_series(${made}::integer - ${count}::integer + 1, ${made}::integer) g
          returning id
        ), home as (
          insert into household (community_id, room_id, owner_name, owner_phones)
          select ${community}::integer, id, '李小红', array['13900000000'] from room returning id, room_id
        ), written as (
          insert into entry (community_id, kind, business_date, source, posted_by)
          values (${community}, 'opening', ${today}, ${`test-many:${made}`}, 'system:test') returning id
        ), charged as (
          insert into charge (community_id, household_id, room_id, fee_item_id, from_date, to_date, due_date, amount_fen, origin,
                              pricing, entry_id)
          select ${community}::integer, home.id, room_id, ${item}::bigint, '2026-10-01'::date, '2026-10-31'::date, '2026-10-31'::date, 10000,
                 'opening', '{"method": "roll", "chargedFen": 10000, "paidBeforeFen": 0, "remark": ""}'::jsonb, written.id
            from home, written
          returning id, amount_fen, entry_id
        )
        insert into posting (community_id, entry_id, account, amount_fen, charge_id, fee_item_id)
        select ${community}::integer, entry_id, 'receivable'::account, amount_fen, id, null::bigint from charged
        union all
        select ${community}::integer, entry_id, 'income', -sum(amount_fen)::bigint, null, ${item}::bigint from charged group by entry_id`,
    )
  }

  /** What a reminder says by SMS and letter. */
  const moreWordings = () =>
    inside(
      ({ tx, now }) => tx.run`
        insert into notice_wording (community_id, kind, channel, template_id, fields, text, published_at, published_by)
        values (${community}, 'reminder', 'sms', '449739', '{"1": {"value": "community"}}', '{1}有账单待查看。', ${now}, 'system:test'),
               (${community}, 'reminder', 'letter', '', '{"1": {"value": "amount"}}', '尊敬的业主：账单共 {1} 元，请查看。', ${now}, 'system:test')`,
    )

  /** Notices of a campaign, as they were planned. */
  const planned = (id: CampaignId) =>
    inside(
      ({ tx }) => tx.rows<{ householdId: HouseholdId; chargeIds: number[]; told: boolean }>`
        select household_id, charge_ids, told_at is not null as told from notice
         where (community_id, campaign_id) = (${community}, ${id}) order by household_id`,
    )

  const progress = async (id: CampaignId): Promise<CampaignProgress> => (await look(id)).progress

  return {
    ...given,
    manager,
    asked,
    list,
    draft,
    lastStep,
    change,
    press,
    look,
    tryOut,
    minute,
    running,
    manyDebtors,
    moreWordings,
    planned,
    progress,
  }
}
