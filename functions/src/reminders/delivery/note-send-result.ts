import type { CommunityId, DeliveryId, PersonId } from '@anjiao/shared/ids'
import { type Ctx, enterCommunity, enterPerson, type PersonCtx } from '../../platform/context.ts'
import { settleCredits } from '../credits/settle-credits.ts'
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
 * Writes down that a message arrived, or that it did not: then the next channel has its turn. A message whose fate was not
 * known is found by its reader and template: the oldest, within an hour. Told twice it changes nothing.
 */
export async function noteSendResult(ctx: PersonCtx, result: SendResult): Promise<void> {
  for (const community of await communitiesOf(ctx, result)) {
    const inside = await enterCommunity(ctx, community)
    const deliveryId = (await byProvider(inside, result)) ?? (await byReader(inside, result))
    if (deliveryId !== undefined) return noteProof(inside, deliveryId, result)
  }
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
  const moved = await tx.run`
    update delivery
       set state = ${arrived ? 'delivered' : 'failed'}, provider_id = ${providerId},
           outcome = case when ${arrived} then 'accepted' when channel = 'sms' then 'not_arrived' else 'refused' end::delivery_outcome,
           errcode = ${arrived ? null : code}, ended_at = ${at}, sent_at = coalesce(sent_at, ${at}), leased_until = null
     where (community_id, id) = (${community}, ${deliveryId}) and state in ('sent', 'sending', 'unknown')`
  if (moved === 0) return
  await settleCredits(ctx, [{ deliveryId, outcome: 'spent' }])
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

async function byReader(
  { tx, community }: Ctx,
  { openid, templateId, at }: SendResult,
): Promise<DeliveryId | undefined> {
  const found = await tx.maybe<{ id: DeliveryId }>`
    select d.id from delivery d
     where d.community_id = ${community} and d.state in ('sending', 'unknown') and d.provider_id is null
       and d.sent_to = ${openid} and d.sent ->> 'templateId' = ${templateId}
       and d.gated_at between ${at}::timestamptz - make_interval(mins => ${minutesBack}) and ${at}
     order by d.gated_at, d.id limit 1 for update`
  return found?.id
}
