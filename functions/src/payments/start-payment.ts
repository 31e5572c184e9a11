import type { PaymentChoice, StartedPayment } from '@anjiao/shared/contract/payments'
import type { CommunityId, HouseholdId } from '@anjiao/shared/ids'
import { asResident } from '../identity/index.ts'
import type { Ctx, World } from '../platform/context.ts'
import type { Caller } from '../platform/http/routes.ts'
import { Refusal } from '../platform/refusal.ts'
import { chooseAmount, storedChoice } from './choose-amount.ts'
import { orderFromWechat } from './order-from-wechat.ts'
import { newOutTradeNo } from './out-trade-no.ts'
import { firstQueryAt } from './query-times.ts'

/** How long a payer has to pay. WeChat takes orders that end at least a minute ahead. */
const validMs = 30 * 60_000

export interface PaymentRequest {
  readonly communityId: CommunityId
  readonly householdId: HouseholdId
  readonly choice: PaymentChoice
  /** One per intention of the payer: the same key goes on with the same attempt, and with no other choice. */
  readonly intentKey: string
}

/**
 * Starts a payment: computes the amount from the books, stores the attempt, then orders it from WeChat. Anybody linked
 * to the household may pay; the order is theirs, not the owner's. Refused as `nothing-due`, `charge-already-paid`,
 * `wechat-pay-not-set-up`, `wechat-unavailable` or `wechat-refused`. Repeated with the same key it sends WeChat the same
 * order; when something else is asked for under that key, it is refused as `idempotency-key-reused`.
 */
export async function startPayment(
  world: World,
  caller: Caller,
  request: PaymentRequest,
): Promise<StartedPayment> {
  const attemptId = await asResident(world, caller, request, async (ctx) => {
    const before = await ctx.tx.maybe<{ id: number; same: boolean }>`
      select id, household_id = ${request.householdId} and choice is not distinct from ${storedChoice(request.choice)}::jsonb as same
        from payment_attempt
       where (community_id, payer_id, intent_key) = (${ctx.community}, ${caller.personId}, ${request.intentKey})`
    if (before && !before.same) throw new Refusal('idempotency-key-reused')
    return before?.id ?? storeAttempt(ctx, caller, request)
  })
  return orderFromWechat(world, caller, { ...request, attemptId })
}

async function storeAttempt(ctx: Ctx, caller: Caller, request: PaymentRequest): Promise<number> {
  const { householdId, choice, intentKey } = request
  const { chargeIds, amountFen } = await chooseAmount(ctx, householdId, choice, ctx.today)
  const place = await payingPlace(ctx, householdId)
  const expiresAt = new Date(ctx.now.getTime() + validMs)
  const { id } = await ctx.tx.one<{ id: number }>`
    with attempt as (
      insert into payment_attempt (community_id, out_trade_no, household_id, payer_id, mchid, appid, openid, amount_fen,
                                   description, intent_key, choice, created_at, expires_at, next_query_at)
      values (${ctx.community}, ${newOutTradeNo(ctx.random, ctx.community)}, ${householdId}, ${caller.personId},
              ${place.mchid}, ${caller.appid}, ${caller.openid}, ${amountFen},
              ${`${place.communityName} ${place.roomName} 物业缴费`.slice(0, 120)}, ${intentKey}, ${storedChoice(choice)}::jsonb,
              ${ctx.now}, ${expiresAt}, ${firstQueryAt(ctx.now)})
      returning id
    ), picked as (
      insert into payment_attempt_charge (community_id, attempt_id, charge_id)
      select ${ctx.community}, attempt.id, charge_id from attempt, unnest(${chargeIds}::bigint[]) as charge_id
    )
    select id from attempt`
  return id
}

interface PayingPlace {
  readonly communityName: string
  readonly roomName: string
  readonly mchid: string
}

async function payingPlace(ctx: Ctx, householdId: HouseholdId): Promise<PayingPlace> {
  const place = await ctx.tx.one<{ communityName: string; roomName: string; mchid: string | null }>`
    select c.name as community_name, room_name(b.name, r.unit, r.room_no) as room_name, c.mchid
      from household h
      join room r on (r.community_id, r.id) = (h.community_id, h.room_id)
      join building b on (b.community_id, b.id) = (r.community_id, r.building_id)
      join community c on c.id = h.community_id
     where (h.community_id, h.id) = (${ctx.community}, ${householdId})`
  if (!place.mchid) throw new Refusal('wechat-pay-not-set-up')
  return { ...place, mchid: place.mchid }
}
