import type { DeliveryId } from '@anjiao/shared/ids'
import type { Ctx } from '../../platform/context.ts'

/** Whose credit a delivery may use, the one preferred first. */
export interface CreditWanted {
  readonly deliveryId: DeliveryId
  readonly openids: readonly string[]
  readonly templateId: string
}

/** Whose credit a delivery uses: whom it is sent to. */
export interface CreditReserved {
  readonly deliveryId: DeliveryId
  readonly openid: string
}

/** People of one home that are asked in turn; a home has no more. */
const askedMost = 20

/**
 * Takes one free credit for each delivery that is about to be sent, the oldest first, of the first person who has one.
 * What another sender is just taking is passed over, so that none is taken twice and nobody waits. What is not in the
 * answer has none.
 */
export async function reserveCredits(
  ctx: Ctx,
  appid: string,
  wanted: readonly CreditWanted[],
): Promise<CreditReserved[]> {
  const reserved: CreditReserved[] = []
  let waiting = wanted
  for (let turn = 0; turn < askedMost; turn++) {
    waiting = waiting.filter(({ openids }) => openids.length > turn)
    if (waiting.length === 0) break
    const got = await reserveOf(ctx, appid, waiting, turn)
    reserved.push(...got)
    const served = new Set(got.map(({ deliveryId }) => deliveryId))
    waiting = waiting.filter(({ deliveryId }) => !served.has(deliveryId))
  }
  return reserved
}

/** Several deliveries may want of one person: each gets another credit, or none. */
function reserveOf(
  { tx, community, now }: Ctx,
  appid: string,
  wanted: readonly CreditWanted[],
  turn: number,
): Promise<CreditReserved[]> {
  return tx.rows<CreditReserved>`
    with wanted as (
      select delivery_id, openid, template_id, row_number() over (partition by openid, template_id order by place) as nth
        from unnest(${wanted.map(({ deliveryId }) => deliveryId)}::bigint[],
                    ${wanted.map(({ openids }) => openids[turn])}::text[],
                    ${wanted.map(({ templateId }) => templateId)}::text[])
             with ordinality as each (delivery_id, openid, template_id, place)
    ), free as (
      select whose.openid, whose.template_id, oldest.id,
             row_number() over (partition by whose.openid, whose.template_id order by oldest.granted_at, oldest.id) as nth
        from (select openid, template_id, count(*) as many from wanted group by openid, template_id) whose
       cross join lateral (
         select c.id, c.granted_at from subscription_credit c
          where (c.appid, c.openid, c.template_id) = (${appid}, whose.openid, whose.template_id)
            and c.state = 'free' and c.lost_at is null
          order by c.granted_at, c.id limit whose.many for update skip locked) oldest
    ), taken as (
      update subscription_credit c set state = 'reserved'
        from free join wanted using (openid, template_id, nth)
       where c.id = free.id
      returning c.id, c.openid, wanted.delivery_id
    ), used as (
      insert into subscription_use (community_id, credit_id, delivery_id, reserved_at)
      select ${community}, id, delivery_id, ${now} from taken
    )
    select delivery_id, openid from taken`
}
