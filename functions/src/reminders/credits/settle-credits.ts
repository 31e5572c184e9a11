import type { DeliveryId } from '@anjiao/shared/ids'
import type { Ctx } from '../../platform/context.ts'
import { loseCredits, type Subscribed } from './lose-credits.ts'

/**
 * What became of the credit that a delivery had reserved. `spent`: WeChat took the message, or may have. `returned`: it
 * was not sent, for a reason of ours. `refused`: WeChat says that there is none, or that its reader wants none (43101).
 */
export interface CreditEnd {
  readonly deliveryId: DeliveryId
  readonly outcome: 'spent' | 'returned' | 'refused'
}

/**
 * Ends reservations. After a refusal, what else was counted of that template and person is lost: it is not there. Told
 * again it changes nothing.
 */
export async function settleCredits(ctx: Ctx, ends: readonly CreditEnd[]): Promise<void> {
  const of = (outcome: CreditEnd['outcome']) =>
    ends.filter((end) => end.outcome === outcome).map(({ deliveryId }) => deliveryId)
  await end(ctx, 'spent', of('spent'))
  await end(ctx, 'returned', of('returned'))
  const refused = await end(ctx, 'refused', of('refused'))
  await noteRefusals(ctx, refused)
  await loseCredits(ctx, refused, ctx.now)
}

async function end(
  { tx, community, now }: Ctx,
  outcome: CreditEnd['outcome'],
  deliveryIds: readonly DeliveryId[],
): Promise<Subscribed[]> {
  if (deliveryIds.length === 0) return []
  return tx.rows<Subscribed>`
    with ended as (
      update subscription_use set outcome = ${outcome}, ended_at = ${now}
       where community_id = ${community} and delivery_id = any(${deliveryIds}::bigint[]) and outcome = 'reserved'
      returning credit_id
    )
    update subscription_credit c set state = ${outcome === 'returned' ? 'free' : 'used'}
      from ended where c.id = ended.credit_id
    returning c.appid, c.openid, c.template_id`
}

/** A message that was given up for lost was taken after all: the credit that it had given back is used, unless another has it. */
export async function spendReturned({ tx, community, now }: Ctx, deliveryId: DeliveryId): Promise<void> {
  await tx.run`
    with used as (
      update subscription_credit set state = 'used'
       where state = 'free' and id = (select credit_id from subscription_use
              where (community_id, delivery_id) = (${community}, ${deliveryId}) and outcome = 'returned' order by id desc limit 1)
      returning id
    )
    update subscription_use u set outcome = 'spent', ended_at = ${now}
      from used where u.community_id = ${community} and u.delivery_id = ${deliveryId} and u.credit_id = used.id
                  and u.outcome = 'returned'`
}

/** So that an accept from before the refusal that is told only later is not counted either. */
async function noteRefusals({ tx, now }: Ctx, refused: readonly Subscribed[]): Promise<void> {
  if (refused.length === 0) return
  await tx.run`
    insert into subscription_answer (appid, openid, template_id, answer, told_by, change, at)
    select distinct each.appid, each.openid, each.template_id, 'reject'::subscription_answer_kind,
           'wechat'::answer_teller, true, ${now}::timestamptz
      from unnest(${refused.map(({ appid }) => appid)}::text[], ${refused.map(({ openid }) => openid)}::text[],
                  ${refused.map(({ templateId }) => templateId)}::text[]) as each (appid, openid, template_id)`
}
