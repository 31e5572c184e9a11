import type { CampaignState } from '@anjiao/shared/campaign-life'
import type { CampaignId, ChargeId, HouseholdId, NoticeId, PersonId } from '@anjiao/shared/ids'
import type { Channel, DeliveryState, WhyNotSend } from '@anjiao/shared/notice-life'
import type { World } from '../../platform/context.ts'
import type { MpSent, SubscribeMessage } from '../../platform/wechat-mp/index.ts'
import { deliverIn } from '../../reminders/delivery/deliver.ts'
import { givenCredits } from './given-credits.ts'

/** What WeChat says to a message: taken, unless the test says otherwise. */
export type WechatSays = (message: SubscribeMessage) => MpSent | Promise<MpSent>

/** A world whose WeChat takes messages, and remembers each. */
export function worldWithMessages(world: World, says: WechatSays = taken) {
  const messages: SubscribeMessage[] = []
  const wechat = { says }
  const wechatMp: World['wechatMp'] = {
    ...world.wechatMp,
    sendQuota: () => Promise.resolve({ kind: 'ok', dailyLimit: 1_000_000, used: 0, remain: 1_000_000 }),
    async sendSubscribe(message) {
      const answer = await wechat.says(message)
      if (answer.kind === 'ok') messages.push(message)
      return answer
    },
  }
  return { world: { ...world, wechatMp }, messages, wechat }
}

let taken_ = 0
const taken: WechatSays = () => ({ kind: 'ok', msgId: `msg-${++taken_}` })

interface GivenCampaign {
  readonly channels?: readonly Channel[]
  readonly perMinute?: number | null
  readonly state?: CampaignState
}

/** A community that reminds: a template with its wording, homes whose owners have agreed, and campaigns to them. */
export async function givenReminders(world: World) {
  const given = await givenCredits(world)
  const { community, inside } = given
  const templateId = await given.template({
    title: '缴费提醒',
    fields: [
      { key: 'thing1', label: '小区', options: [] },
      { key: 'amount2', label: '待缴金额', options: [] },
    ],
  })
  await inside(
    ({ tx, now }) => tx.run`
      insert into notice_wording (community_id, kind, channel, appid, template_id, fields, text, published_at, published_by)
      values (${community}, 'reminder', 'subscription', (select appid from wechat_template where template_id = ${templateId}),
              ${templateId}, '{"thing1": {"value": "community"}, "amount2": {"value": "amount"}}', '', ${now}, 'system:test')`,
  )

  /** A home that owes, whose owner has agreed to some messages. */
  async function debtor({ credits = 1, owes = '100.00', due = '2026-10-31' } = {}) {
    const { householdId } = await given.household()
    const owner = await given.person({ householdId })
    for (let tap = 0; tap < credits; tap++)
      await given.answers(owner.openid, { templateId, in: tap * 20 - 600 })
    const chargeId = await given.charge(householdId, { owes, due })
    return { householdId, owner, chargeId }
  }

  async function campaign({
    channels = ['subscription'],
    perMinute = null,
    state = 'running',
  }: GivenCampaign = {}) {
    const maker = await given.staff('manager')
    return inside(async ({ tx, now }) => {
      const { id } = await tx.one<{ id: CampaignId }>`
        insert into campaign (community_id, name, segment, channels, starts_at, per_minute, hold_out_percent, state, made_by, made_at, started_at)
        values (${community}, '年底提醒', '{}', ${channels}::channel[], ${now}, ${perMinute}, 0, ${state}, ${maker.personId}, ${now}, ${now})
        returning id`
      return id
    })
  }

  /** A message of a campaign to a home, about some of its charges. */
  async function remind(
    campaignId: CampaignId,
    { householdId, chargeIds }: { householdId: HouseholdId; chargeIds: readonly ChargeId[] },
  ): Promise<NoticeId> {
    return inside(async ({ tx, now }) => {
      const { id } = await tx.one<{ id: NoticeId }>`
        with noticed as (
          insert into notice (community_id, household_id, kind, key, campaign_id, charge_ids, subject, channels, made_at, not_after)
          select ${community}, ${householdId}, 'reminder', 'campaign:' || c.id, c.id, ${chargeIds}::bigint[],
                 '{"about": "charges", "beforeDue": false}', c.channels, ${now}, ${now}::timestamptz + interval '7 days'
            from campaign c where (c.community_id, c.id) = (${community}, ${campaignId})
          returning id, channels
        ), queued as (
          insert into delivery (community_id, notice_id, household_id, channel, lane, send_after)
          select ${community}, id, ${householdId}, channels[1], ${campaignId}, ${now} from noticed
        )
        select id from noticed`
      return id
    })
  }

  const deliveries = (noticeId: NoticeId) =>
    inside(
      ({ tx }) => tx.rows<{
        channel: Channel
        state: DeliveryState
        why: WhyNotSend | null
        outcome: string | null
        tries: number
        personId: PersonId | null
        sendAfter: Date
      }>`
        select channel, state, why, outcome, tries, person_id, send_after from delivery
         where (community_id, notice_id) = (${community}, ${noticeId}) order by id`,
    )

  return {
    ...given,
    templateId,
    debtor,
    campaign,
    remind,
    deliveries,
    /** Sends what is due in this community. */
    sends: () => deliverIn(world, community, new Date(world.clock.now().getTime() + 3_600_000)),
    credits: (owner: Parameters<typeof given.free>[0]) => given.free(owner, templateId),
    proofs: (noticeId: NoticeId) =>
      inside(async ({ tx }) => {
        const found = await tx.rows<{ proof: string }>`
          select e.proof from delivery_evidence e join delivery d on (d.community_id, d.id) = (e.community_id, e.delivery_id)
           where (d.community_id, d.notice_id) = (${community}, ${noticeId}) order by e.id`
        return found.map(({ proof }) => proof)
      }),
  }
}
