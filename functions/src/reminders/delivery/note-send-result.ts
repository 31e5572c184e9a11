import type { CommunityId, DeliveryId, PersonId } from '@anjiao/shared/ids'
import type { DeliveryState } from '@anjiao/shared/notice-life'
import { type Ctx, enterCommunity, enterPerson, type PersonCtx } from '../../platform/context.ts'
import { settleCredits, spendReturned } from '../credits/settle-credits.ts'
import { tryNextChannel } from './next-channel.ts'

/** What WeChat tells later of a message that it took (`subscribe_msg_sent_event`). */
export interface SendResult {
  readonly providerId: string
  /** Who was to read it: that finds the home, and a message of which we never heard that it was taken. */
  readonly appid: string
  readonly openid: string
  readonly templateId: string
  readonly arrived: boolean
  /** The provider's code. */
  readonly code: string
  readonly at: Date
}

/** A sender that died may have handed the message over this long before. */
const minutesBack = 60

/**
 * Writes down that a message arrived, or that it did not: then the next channel has its turn. It is found by its provider's id
 * in whatever community; else, where its fate was not known, by its reader and template within an hour, if there is one such
 * message and no other: what is a proof of one message must not become that of another. Told twice it changes nothing.
 */
export async function noteSendResult(ctx: PersonCtx, result: SendResult): Promise<void> {
  const communities = await communitiesOf(ctx, result)
  for (const community of communities) {
    const inside = await enterCommunity(ctx, community)
    const deliveryId = await byProvider(inside, result)
    if (deliveryId !== undefined) return noteProof(inside, deliveryId, result)
  }
  const perhaps: Perhaps[] = []
  for (const community of communities)
    perhaps.push(...(await byReader(await enterCommunity(ctx, community), result)))
  const sending = perhaps.filter(({ state }) => state === 'sending')
  const [only, ...others] = sending.length > 0 ? sending : perhaps
  if (!only || others.length > 0) return
  await noteProof(await enterCommunity(ctx, only.community), only.deliveryId, result)
}

/** A message that WeChat may be telling of. */
interface Perhaps {
  readonly community: CommunityId
  readonly deliveryId: DeliveryId
  readonly state: DeliveryState
}

/** Where somebody has a home. WeChat tells who was to read a message, and nothing of whose it was. */
async function communitiesOf(ctx: PersonCtx, { appid, openid }: SendResult): Promise<CommunityId[]> {
  const account = await ctx.tx.maybe<{ personId: PersonId }>`
    select person_id from wechat_account where (appid, openid) = (${appid}, ${openid})`
  if (!account) return []
  await enterPerson(ctx, account.personId)
  const homes = await ctx.tx.rows<{ communityId: CommunityId }>`
    select distinct community_id from membership where person_id = ${account.personId} order by community_id`
  return homes.map(({ communityId }) => communityId)
}

/** What a provider says of one message, whichever provider it is. */
export type Proof = Pick<SendResult, 'providerId' | 'arrived' | 'code' | 'at'>

/** WeChat's word for a message that arrived: no more than the proof says already. */
const wechatWell = '0'

/** Keeps a proof with a message, and does what follows from it. */
export async function noteProof(
  ctx: Ctx,
  deliveryId: DeliveryId,
  { providerId, arrived, code, at }: Proof,
): Promise<void> {
  const { tx, community } = ctx
  await tx.run`
    insert into delivery_evidence (community_id, delivery_id, proof, at, note, told_by)
    values (${community}, ${deliveryId}, ${arrived ? 'arrived' : 'bounced'}, ${at}, ${code === wechatWell ? '' : code}, 'provider')
    on conflict do nothing`
  const moved = await tx.maybe<{ was: DeliveryState }>`
    with before as (
      select id, state from delivery
       where (community_id, id) = (${community}, ${deliveryId})
         and (state in ('sent', 'sending', 'unknown') or state = 'waiting' and outcome = 'lost') for update
    )
    update delivery d
       set state = ${arrived ? 'delivered' : 'failed'}, provider_id = ${providerId},
           outcome = case when ${arrived} then 'accepted' when channel = 'sms' then 'not_arrived' else 'refused' end::delivery_outcome,
           errcode = ${arrived ? null : code}, ended_at = ${at}, sent_at = coalesce(sent_at, ${at}), leased_until = null
      from before where d.community_id = ${community} and d.id = before.id returning before.state as was`
  if (!moved) return
  if (moved.was === 'waiting') await spendReturned(ctx, deliveryId)
  else await settleCredits(ctx, [{ deliveryId, outcome: 'spent' }])
  if (!arrived) await tryNextChannel(ctx, [deliveryId])
}

async function byProvider(
  { tx, community }: Ctx,
  { providerId }: SendResult,
): Promise<DeliveryId | undefined> {
  const found = await tx.maybe<{ id: DeliveryId }>`
    select id from delivery where community_id = ${community} and provider_id = ${providerId}`
  return found?.id
}

/**
 * Messages of which it is not known whether WeChat took them, or as which: also those that somebody has given up, and that wait to be sent
 * again.
 */
function byReader({ tx, community }: Ctx, { openid, templateId, at }: SendResult): Promise<Perhaps[]> {
  return tx.rows<Perhaps>`
    select d.community_id as community, d.id as delivery_id, d.state from delivery d
     where d.community_id = ${community} and d.provider_id is null
       and (d.state in ('sending', 'sent', 'unknown') or d.state = 'waiting' and d.outcome = 'lost')
       and d.sent_to = ${openid} and d.sent ->> 'templateId' = ${templateId}
       and case d.state when 'waiting' then least(d.gated_at, d.sent_at) else d.gated_at end
           between ${at}::timestamptz - make_interval(mins => ${minutesBack}) and ${at}
     order by d.id for update`
}
